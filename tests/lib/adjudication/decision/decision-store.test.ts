import { putAnnotation, removeAnnotation } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { versionKey } from '@/lib/adjudication/decision/annotation-version';
import { insertConsensus } from '@/lib/adjudication/consensus-layer-store';
import {
  endDecisions,
  findDecisionSummary,
  findCurrentDecisions,
  insertDecisions,
  findVersionContents,
} from '@/lib/adjudication/decision/decision-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';
import { anAnnotation, aPut } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('decision store', () => {
  async function aContext() {
    const { projectId, owner } = await aProject();
    const { articleId, revisionId } = await anArticle(projectId);
    const { id: layerId } = await insertConsensus(db(), { articleId, revisionId });
    return { owner, context: { articleId, revisionId, layerId, byId: owner.userId } };
  }

  test('gives decisions back as they were stored, by position, until they end', async () => {
    const { owner, context } = await aContext();
    const sources = [{ layerId: v7(), annotationId: v7(), version: 2 }];
    const outcome = [{ annotationId: v7(), version: 1, label: 'l', from: [v7()] }];
    const relation = { type: 'source', from: v7(), to: v7(), isInConsensus: false };
    const full = {
      start: 5,
      end: 9,
      kinds: ['boundary' as const, 'attributes' as const],
      sources,
      outcome,
      silent: [v7()],
      versionHashes: ['x', '-'],
      openAttributes: ['tone'],
      finalLabels: ['l'],
      rejectedLabels: ['m'],
      reasonKey: 'fits',
      reason: 'So “it” is',
    };
    const later = aStoredDecision(full);
    const first = aStoredDecision({ kind: 'relation', relation });
    await insertDecisions(db(), context, [later, first]);
    const found = await findCurrentDecisions(db(), context.articleId);
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
    expect(await findCurrentDecisions(db(), context.articleId)).toEqual([]);
    const summary = { articleId: context.articleId, byId: owner.userId };
    expect(await findDecisionSummary(db(), later.id)).toEqual({ ...summary, replaced: true });
    expect(await findDecisionSummary(db(), first.id)).toEqual({ ...summary, replaced: false });
    expect(await findDecisionSummary(db(), v7())).toBeNull();
  });

  test('a version that is decided on again is of the later decision', async () => {
    const { context } = await aContext();
    const outcome = [{ annotationId: v7(), version: 1, label: 'l', from: [] }];
    const [first, second] = [aStoredDecision({ outcome }), aStoredDecision({ outcome })];
    await insertDecisions(db(), context, [first]);
    await insertDecisions(db(), context, [second]);
    const { annotationId = '' } = outcome[0] ?? {};
    expect(await db().decidedVersion.findMany({ where: { annotationId } })).toMatchObject([
      { decisionId: second.id },
    ]);
  });

  test('ends a decision once', async () => {
    const { owner, context } = await aContext();
    const decision = aStoredDecision();
    await insertDecisions(db(), context, [decision]);
    await endDecisions(db(), owner.userId, [{ id: decision.id, replacedBy: null }]);
    await endDecisions(db(), owner.userId, [{ id: decision.id, replacedBy: v7() }]);
    expect(await findDecisionSummary(db(), decision.id)).toMatchObject({ replaced: false });
  });
});

describe('version store', () => {
  test('finds the content of each version, whatever has become of the annotation', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const ada = await aMember(projectId, 'analyst');
    const { id: annotationId, layerId } = await anAnnotation(ada, articleId, { note: 'First' });
    const unguarded = { ifMatch: null, idempotencyKey: null };
    await putAnnotation(ada, layerId, annotationId, aPut({ note: 'Second' }), unguarded);
    await removeAnnotation(ada, layerId, annotationId, unguarded);
    const names = [1, 2, 7].map((version) => ({ annotationId, version }));
    const found = await findVersionContents(db(), [...names, { annotationId: v7(), version: 1 }]);
    expect([...found.keys()].sort()).toEqual(names.slice(0, 2).map(versionKey));
    expect(found.get(versionKey({ annotationId, version: 1 }))).toMatchObject({
      label: 'loaded_framing',
      segments: [{ start: 4, end: 10 }],
      note: 'First',
      codebookVersion: 1,
    });
    expect(await findVersionContents(db(), [])).toEqual(new Map());
  });
});
