import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { insertConsensus } from '@/lib/adjudication/consensus-layer-store';
import {
  endDecisions,
  findDecisionPlace,
  findStandingDecisions,
  insertDecisions,
} from '@/lib/adjudication/decision/decision-store';
import { db } from '@/lib/db';
import { aKeptDecision } from '@/tests/builders/a-kept-decision';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

async function aPlace() {
  const { projectId, owner } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const { id: layerId } = await insertConsensus(db(), { articleId, revisionId });
  return { owner, place: { articleId, revisionId, layerId, byId: owner.userId } };
}

test('gives decisions back as they were kept, by place, until they end', async () => {
  const { owner, place } = await aPlace();
  const sources = [{ layerId: v7(), annotationId: v7(), version: 2 }];
  const outcome = [{ annotationId: v7(), version: 1, label: 'l', from: [v7()] }];
  const relation = { type: 'source', from: v7(), to: v7(), stands: false };
  const full = {
    start: 5,
    end: 9,
    kinds: ['boundary' as const, 'attributes' as const],
    sources,
    outcome,
    silent: [v7()],
    said: ['x', '-'],
    openAttributes: ['tone'],
    given: ['l'],
    declined: ['m'],
    reasonKey: 'fits',
    reason: 'So “it” is',
  };
  const later = aKeptDecision(full);
  const first = aKeptDecision({ deed: 'relation', relation });
  await insertDecisions(db(), place, [later, first]);
  const found = await findStandingDecisions(db(), place.articleId);
  const by = { id: owner.userId, name: owner.name };
  expect(found).toEqual([
    { ...first, by, at: expect.any(String) },
    { ...later, by, at: expect.any(String) },
  ]);
  expect(await db().decidedVersion.findMany({ where: { decisionId: later.id } })).toEqual([
    { annotationId: outcome[0]?.annotationId, version: 1, decisionId: later.id },
  ]);
  await endDecisions(db(), owner.userId, [
    { id: later.id, replacedBy: first.id },
    { id: first.id, replacedBy: null },
  ]);
  expect(await findStandingDecisions(db(), place.articleId)).toEqual([]);
  const told = { articleId: place.articleId, byId: owner.userId };
  expect(await findDecisionPlace(db(), later.id)).toEqual({ ...told, replaced: true });
  expect(await findDecisionPlace(db(), first.id)).toEqual({ ...told, replaced: false });
  expect(await findDecisionPlace(db(), v7())).toBeNull();
});

test('a version that is decided on again is of the later decision', async () => {
  const { place } = await aPlace();
  const outcome = [{ annotationId: v7(), version: 1, label: 'l', from: [] }];
  const [first, second] = [aKeptDecision({ outcome }), aKeptDecision({ outcome })];
  await insertDecisions(db(), place, [first]);
  await insertDecisions(db(), place, [second]);
  const { annotationId = '' } = outcome[0] ?? {};
  expect(await db().decidedVersion.findMany({ where: { annotationId } })).toMatchObject([
    { decisionId: second.id },
  ]);
});

test('ends a decision once', async () => {
  const { owner, place } = await aPlace();
  const decision = aKeptDecision();
  await insertDecisions(db(), place, [decision]);
  await endDecisions(db(), owner.userId, [{ id: decision.id, replacedBy: null }]);
  await endDecisions(db(), owner.userId, [{ id: decision.id, replacedBy: v7() }]);
  expect(await findDecisionPlace(db(), decision.id)).toMatchObject({ replaced: false });
});
