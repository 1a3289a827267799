import { expect, test } from '@jest/globals';
import { findStoredDecision } from '@/lib/adjudication/decision/stored-decision-store';
import { requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { loadDecisionViews } from '@/lib/adjudication/decision/load-decision-views';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';

test('tells decisions in their order, of articles that are open to the reader', async () => {
  const { articleId, manager, analysts } = await aDisputedArticle();
  const unit = await unitOn(manager, articleId, 'experts agree');
  await deciding(manager, articleId, unit, { take: annotationIdsOfVersion(unit, 1) });
  await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
  const ids = await db().decision.findMany({ where: { articleId }, orderBy: { id: 'desc' } });
  const stored = await Promise.all(ids.map(({ id }) => findStoredDecision(db(), id)));
  const decisions = stored.flatMap((one) => one ?? []);
  const [, ben] = analysts;
  const context = await requireDecidedArticle(db(), ben, articleId);
  const how = { userId: ben.userId, anonymous: false, offsetUnit: 'utf-16' as const };
  const views = await loadDecisionViews(db(), decisions, { ...how, contextOf: () => context });
  expect(views.map(({ kind, quote }) => [kind, quote])).toEqual([
    ['reject', 'Nobody'],
    ['take', 'jobs, experts agree'],
  ]);
  expect(views[1]?.versions.map(({ annotations }) => annotations[0]?.quote)).toEqual([
    'experts agree',
    'jobs, experts agree',
  ]);
  expect(await loadDecisionViews(db(), decisions, { ...how, contextOf: () => undefined })).toEqual(
    [],
  );
});
