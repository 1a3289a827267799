import { expect, test } from '@jest/globals';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { articleId, analysts } = await aDisputedArticle();
  expect(await refused(readAdjudicationSnapshot(db(), analysts[0], articleId))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await refused(readAdjudicationSnapshot(db(), await aPerson(), articleId))).toMatchObject({
    reason: 'absent',
  });
});

test('reads all that adjudication depends on', async () => {
  const { articleId, manager, text, layers } = await aDisputedArticle();
  const before = await readAdjudicationSnapshot(db(), manager, articleId);
  expect(before).toMatchObject({ consensus: null, decisions: [], unsubmitted: [] });
  expect(before.frozen.text).toBe(text);
  expect(before.layers.map(({ layerId }) => layerId)).toEqual(layers.toSorted());
  await mergeArticle(manager, articleId, { preview: false });
  const after = await readAdjudicationSnapshot(db(), manager, articleId);
  expect(after.consensus).toMatchObject({ state: 'open', eventCount: 1 });
  expect([...after.consensusAnnotations.values()]).toMatchObject([{ quote: 'failed gamble' }]);
  expect(after.placed.placed.map(({ state }) => state)).toEqual(['rule', 'open', 'open']);
});

test('leaves learners out, and names those who are at work', async () => {
  const { projectId, articleId, manager, owner } = await aDisputedArticle();
  await anAnnotation(owner, articleId);
  const { unsubmitted } = await readAdjudicationSnapshot(db(), manager, articleId);
  expect(unsubmitted.map(({ authorId }) => authorId)).toEqual([owner.userId]);
  await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
  await anAnnotation(await aMember(projectId, 'analyst'), articleId);
  expect(await readAdjudicationSnapshot(db(), manager, articleId)).toMatchObject({
    unsubmitted: [],
    layers: [{}, {}, {}],
  });
});
