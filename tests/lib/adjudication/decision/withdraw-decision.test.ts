import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { readDecision } from '@/lib/adjudication/decision/read-decision';
import { withdrawDecision } from '@/lib/adjudication/decision/withdraw-decision';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

async function aDecision() {
  const article = await aDisputedArticle();
  const { manager, articleId } = article;
  const unit = await unitOn(manager, articleId, 'experts agree');
  const decision = await deciding(manager, articleId, unit, {
    take: annotationIdsOfVersion(unit, 0),
  });
  return { ...article, decision };
}

test('refuses one who may not', async () => {
  const { decision, projectId, analysts } = await aDecision();
  const viewer = await aMember(projectId, 'viewer');
  for (const [who, reason] of [
    [await aPerson(), 'absent'],
    [await aMember(projectId, 'analyst'), 'absent'],
    [analysts[0], 'forbidden'],
    [viewer, 'forbidden'],
  ] as const)
    expect(await refused(withdrawDecision(who, decision.id))).toMatchObject({ reason });
  expect(await refused(withdrawDecision(analysts[0], v7()))).toMatchObject({ reason: 'absent' });
});

test('what it made leaves the consensus, the unit is open, the decision remains stored', async () => {
  const { decision, manager, owner, articleId } = await aDecision();
  await withdrawDecision(owner, decision.id);
  await withdrawDecision(owner, decision.id);
  expect(await unitOn(manager, articleId, 'experts agree')).toMatchObject({
    state: 'open',
    decisions: [],
  });
  expect(
    await db().annotation.count({ where: { layerId: decision.layerId, removedAt: null } }),
  ).toBe(0);
  expect(await readDecision(manager, decision.id, 'utf-16')).toMatchObject({
    endedBy: { id: owner.userId },
    replacedById: null,
    outcome: [{ quote: 'experts agree' }],
  });
});

test('one that was replaced cannot be revoked', async () => {
  const { decision, manager, articleId } = await aDecision();
  await deciding(manager, articleId, await unitOn(manager, articleId, 'experts agree'));
  expect(await refused(withdrawDecision(manager, decision.id))).toMatchObject({
    reason: 'conflict',
  });
});
