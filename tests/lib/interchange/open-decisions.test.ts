import { expect, test } from '@jest/globals';
import { findArticleDecisions } from '@/lib/adjudication/decision-log/article-decision-store';
import { decisionViewer } from '@/lib/adjudication/decision/decision-access';
import { requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { openDecisions, openOf } from '@/lib/interchange/open-decisions';
import { anAdjudicatedExport } from '@/tests/builders/an-adjudicated-export';

const textOf = (revisionId: string) => frozenText(db(), revisionId);

test('leaves out what the viewer may not know, in order, at once and in a stream', async () => {
  const { articleId, manager, analysts } = await anAdjudicatedExport();
  const decisions = await findArticleDecisions(db(), articleId, { limit: 10, after: null });
  async function* stream() {
    for (const decision of decisions) yield await Promise.resolve(decision);
  }
  for (const [{ userId }, expected] of [
    [manager, decisions.map(({ id }) => id)],
    [analysts[1], decisions.filter(({ quote }) => quote !== 'Nobody').map(({ id }) => id)],
  ] as const) {
    const context = await requireDecidedArticle(
      db(),
      userId === manager.userId ? manager : analysts[1],
      articleId,
    );
    const viewer = decisionViewer({ ...context, userId });
    const ids = (await openOf(decisions, viewer, textOf)).map(({ id }) => id);
    expect(ids).toEqual(expected);
    const streamed: string[] = [];
    for await (const { id } of openDecisions(stream(), viewer, textOf)) streamed.push(id);
    expect(streamed).toEqual(expected);
  }
});
