import { expect, test } from '@jest/globals';
import { findKeptDecision } from '@/lib/adjudication/decision/kept-decision-store';
import { requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { tellDecisions } from '@/lib/adjudication/decision/tell-decisions';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { deciding, marksOfVersion, unitOn } from '@/tests/builders/deciding';

test('tells decisions in their order, of articles that are open to the reader', async () => {
  const { articleId, manager, analysts } = await aDisputedArticle();
  const unit = await unitOn(manager, articleId, 'experts agree');
  await deciding(manager, articleId, unit, { take: marksOfVersion(unit, 1) });
  await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
  const ids = await db().decision.findMany({ where: { articleId }, orderBy: { id: 'desc' } });
  const kept = await Promise.all(ids.map(({ id }) => findKeptDecision(db(), id)));
  const decisions = kept.flatMap((one) => one ?? []);
  const [, ben] = analysts;
  const context = await requireDecidedArticle(db(), ben, articleId);
  const how = { userId: ben.userId, anonymous: false, offsetUnit: 'utf-16' as const };
  const told = await tellDecisions(db(), decisions, { ...how, contextOf: () => context });
  expect(told.map(({ deed, quote }) => [deed, quote])).toEqual([
    ['reject', 'Nobody'],
    ['take', 'jobs, experts agree'],
  ]);
  expect(told[1]?.versions.map(({ annotations }) => annotations[0]?.quote)).toEqual([
    'experts agree',
    'jobs, experts agree',
  ]);
  expect(await tellDecisions(db(), decisions, { ...how, contextOf: () => undefined })).toEqual([]);
});
