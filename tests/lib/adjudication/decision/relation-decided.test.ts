import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { readAdjudicationWorkspace } from '@/lib/adjudication/workspace/read-adjudication-workspace';
import { relationDecided } from '@/lib/adjudication/decision/relation-decided';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { db } from '@/lib/db';
import { arrowsDrawn } from '@/tests/builders/arrows';
import { deciding } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

async function merged(drawn: boolean[]) {
  const article = await arrowsDrawn(drawn);
  const { manager, articleId } = article;
  await mergeArticle(manager, articleId, { preview: false });
  const workspace = await readAdjudicationWorkspace(manager, articleId, 'utf-16');
  const { type = '', from = '', to = '' } = workspace.relations[0] ?? {};
  const countRelations = () =>
    db().relation.count({ where: { layer: { articleId, kind: 'consensus' }, removedAt: null } });
  return { ...article, drawnRelation: { type, from, to }, countRelations };
}

test('a person’s decision on a relation holds, whatever a merge would do', async () => {
  const { manager, articleId, drawnRelation, countRelations } = await merged([true, false, false]);
  expect(await countRelations()).toBe(0);
  const decision = await deciding(manager, articleId, null, {
    relation: { ...drawnRelation, isInConsensus: true },
  });
  expect(decision).toMatchObject({
    kind: 'relation',
    relation: { ...drawnRelation, isInConsensus: true },
  });
  expect(await countRelations()).toBe(1);
  await mergeArticle(manager, articleId, { preview: false });
  expect(await countRelations()).toBe(1);
  const second = await deciding(manager, articleId, null, {
    relation: { ...drawnRelation, isInConsensus: false },
  });
  expect(await countRelations()).toBe(0);
  expect(await db().decision.findUnique({ where: { id: decision.id } })).toMatchObject({
    replacedById: second.id,
  });
});

test.each([
  ['a type that is not there', { type: 'denies' }, 'relation.type'],
  ['an end that is not there', { from: v7() }, 'relation.from'],
])('refuses %s', async (_, other, path) => {
  const { manager, articleId, drawnRelation, countRelations } = await merged([true, true]);
  const relation = { ...drawnRelation, ...other, isInConsensus: true };
  const refusal = await refused(deciding(manager, articleId, null, { relation }));
  expect(refusal).toMatchObject({ reason: 'invalid', faults: [{ path }] });
  expect(await countRelations()).toBe(1);
});

test('lies over both of its ends', async () => {
  const { manager, articleId, drawnRelation } = await merged([true, true]);
  const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
  const input = { decisionId: v7(), reasonKey: '', reason: 'So' };
  const relation = { ...drawnRelation, isInConsensus: true };
  const { decision } = await relationDecided(db(), snapshot, { ...input, relation });
  expect(decision).toMatchObject({ start: 4, end: 75, reason: 'So', finalLabels: [], sources: [] });
});
