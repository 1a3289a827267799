import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { readDecision, requireDecidedArticle } from '@/lib/adjudication/decision/read-decision';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

async function aDecision(blind: 'open' | 'after-submit' | 'closed' = 'after-submit') {
  const article = await aDisputedArticle(undefined, { blind });
  const { manager, articleId } = article;
  const unit = await unitOn(manager, articleId, 'experts agree');
  const { id } = await deciding(manager, articleId, unit, {
    take: annotationIdsOfVersion(unit, 0),
  });
  return { ...article, decisionId: id };
}

test('refuses one who may not see the consensus, as if there were none', async () => {
  const { projectId, articleId, decisionId, manager } = await aDecision();
  const analyst = await aMember(projectId, 'analyst');
  for (const who of [await aPerson(), analyst]) {
    expect(await refused(readDecision(who, decisionId, 'utf-16'))).toMatchObject({
      reason: 'absent',
    });
  }
  expect(await refused(requireDecidedArticle(db(), await aPerson(), articleId))).toMatchObject({
    reason: 'absent',
  });
  expect(await requireDecidedArticle(db(), analyst, articleId)).toMatchObject({ articleId });
  expect(await refused(readDecision(manager, v7(), 'utf-16'))).toMatchObject({ reason: 'absent' });
});

test('those who see the readings are told whose the versions were', async () => {
  const { decisionId, analysts } = await aDecision();
  const view = await readDecision(analysts[2], decisionId, 'utf-16');
  expect(view.versions.map(({ holders, count, taken }) => [holders.length, count, taken])).toEqual([
    [2, 2, true],
    [1, 1, false],
  ]);
});

test('where readings stay closed an analyst is told of their own version, the outcome and why', async () => {
  const { decisionId, analysts, projectId, articleId } = await aDecision('closed');
  const [, , cleo] = analysts;
  const view = await readDecision(cleo, decisionId, 'utf-16');
  expect(view).toMatchObject({
    reason: 'Fits the definition',
    outcome: [{ quote: 'experts agree', sources: [] }],
    versions: [{ holders: [{ author: 'Cleo' }], count: 1, taken: false }],
  });
  // The consensus is not published yet, so that others are told of it at all only then.
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(readDecision(viewer, decisionId, 'utf-16'))).toMatchObject({
    reason: 'absent',
  });
  await db().layer.updateMany({
    where: { articleId, kind: 'consensus' },
    data: { state: 'submitted' },
  });
  expect(await readDecision(viewer, decisionId, 'utf-16')).toMatchObject({
    versions: [],
    silent: null,
    quote: 'experts agree',
  });
});

test('an anonymous project keeps names back, but for one’s own', async () => {
  const { projectId, decisionId, manager, analysts } = await aDecision();
  await changeAdjudicationSettings(manager, projectId, { anonymous: true });
  const names = async (who: typeof manager) =>
    (await readDecision(who, decisionId, 'utf-16')).versions.map(({ holders }) =>
      holders.map(({ author }) => author),
    );
  expect(await names(manager)).toEqual([[], []]);
  expect(await names(analysts[1])).toEqual([['Ben'], []]);
});
