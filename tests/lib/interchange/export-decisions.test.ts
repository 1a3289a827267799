import { findArticleDecisions } from '@/lib/adjudication/decision/stored-decision-store';
import { describe, expect, test } from '@jest/globals';
import { decisionViewer } from '@/lib/adjudication/decision/decision-access';
import { requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { positionIndex } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { decisionsOf, mergesOf, openDecisions, openOf } from '@/lib/interchange/export-decisions';
import { exportedProject } from '@/lib/interchange/exported-project';
import { writeJson } from '@/lib/interchange/write-json';
import {
  anAdjudicatedExport,
  exportViewerOf,
  writtenText,
} from '@/tests/builders/an-adjudicated-export';

describe('open decisions', () => {
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
});

describe('decision json', () => {
  const managing = {
    role: 'manager',
    blind: 'closed',
    ownState: 'none',
    discussion: 'none',
    ownLayerId: null,
    consensusState: 'open',
  } as const;

  async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const found: Item[] = [];
    for await (const item of items) found.push(item);
    return found;
  }

  test('exports decisions by position, and merges, under the chosen names', async () => {
    const { articleId, manager, text } = await anAdjudicatedExport();
    await mergeArticle(manager, articleId, { preview: false });
    const options = {
      text: false,
      personOf: () => ({ id: null, name: 'Somebody' }),
      sourcesOf: () => [],
      textOf: () => Promise.resolve({ text, indexIn: () => positionIndex(text, 'code-point') }),
      viewer: { ...managing, userId: manager.userId },
    };
    const decisions = await all(decisionsOf(articleId, options));
    expect(decisions.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['rule', 'take', 'reject']),
    );
    expect(decisions.map(({ start }) => start)).toEqual(
      decisions.map(({ start }) => start).sort((one, other) => one - other),
    );
    for (const decision of decisions) {
      expect(decision).not.toHaveProperty('quote');
      expect(decision.by).toEqual({ id: null, name: 'Somebody' });
      expect(decision.outcome.flatMap(({ sources }) => sources)).toEqual([]);
    }
    const ended = decisions.find(({ endedAt }) => endedAt !== null);
    expect(decisions.map(({ id }) => id)).toContain(ended?.replacedById);
    expect(await all(mergesOf(articleId, options))).toMatchObject([
      { by: { name: 'Somebody' }, counts: { unanimous: 1, people: 2 } },
    ]);
  });

  test('the JSON of an article with decisions is what its schema says', async () => {
    const { projectId, articleId, manager } = await anAdjudicatedExport();
    await mergeArticle(manager, articleId, { preview: false });
    const reader = exportViewerOf(manager.userId, 'manager');
    const exported = async (secret: string | null) => {
      const pieces = writeJson(reader, { articleId }, { projectId, secret }, { text: true });
      return exportedProject.parse(JSON.parse(await writtenText(pieces)));
    };
    const [article] = (await exported(null)).articles;
    expect(article?.decisions).toHaveLength(4);
    expect(article?.merges).toMatchObject([{ by: { name: 'Mia Manager' } }]);
    const sources = article?.decisions.flatMap((decision) => decision.sources) ?? [];
    expect(new Set(sources.map(({ annotator }) => annotator))).toEqual(
      new Set(['Ada', 'Ben', 'Cleo']),
    );
    expect(JSON.stringify((await exported('secret')).articles[0]?.decisions)).not.toMatch(
      /Ada|Mia/,
    );
  });
});
