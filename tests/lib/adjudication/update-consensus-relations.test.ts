import { expect, test } from '@jest/globals';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import {
  readRelationVotes,
  updateConsensusRelations,
} from '@/lib/adjudication/update-consensus-relations';
import { findRelations } from '@/lib/annotation/relation-store';
import { basic3 } from '@/lib/codebook/basic-3';
import { db } from '@/lib/db';
import { arrowsDrawn } from '@/tests/builders/arrows';
import { deciding, unitOn } from '@/tests/builders/deciding';

async function merged(drawn: boolean[]) {
  const article = await arrowsDrawn(drawn);
  const { manager, articleId } = article;
  await mergeArticle(manager, articleId, { preview: false });
  const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
  const layerId = snapshot.consensus?.id ?? '';
  const relations = async () =>
    (await findRelations(db(), layerId, 10, null)).map(({ type, from, to }) => ({
      type,
      labels: [from, to].map((id) => snapshot.consensusAnnotations.get(id)?.label),
    }));
  return { ...article, snapshot, layerId, relations };
}

const arrow = { type: 'supports', labels: ['evidence', 'claim'] };

test.each([
  [[true, true, false], [arrow]],
  [[true, false, false], []],
  [[true, false], []],
])('most of those who have both ends decide: %j', async (drawn, expected) => {
  const { relations, snapshot } = await merged(drawn);
  expect(await relations()).toEqual(expected);
  expect(await readRelationVotes(db(), snapshot)).toMatchObject([
    { of: drawn.length, isInConsensus: expected.length === 1 },
  ]);
});

test('goes with an end of it, and comes back with it', async () => {
  const { relations, manager, articleId, layerId } = await merged([true, true]);
  const unit = await unitOn(manager, articleId, '“We');
  await deciding(manager, articleId, unit);
  expect(await relations()).toEqual([]);
  const again = await unitOn(manager, articleId, '“We');
  const [annotation] = again.versions[0]?.holders[0]?.annotations ?? [];
  await deciding(manager, articleId, again, { take: [annotation?.annotationId ?? ''] });
  expect(await findRelations(db(), layerId, 10, null)).toHaveLength(1);
});

test('settles nothing twice, and nothing that the codebook does not allow', async () => {
  const { projectId, snapshot, layerId, relations } = await merged([true, true]);
  const before = await db().relation.findMany({ where: { layerId } });
  await updateConsensusRelations(db(), snapshot, layerId);
  expect(await db().relation.findMany({ where: { layerId } })).toEqual(before);
  await db().codebookVersion.create({ data: { projectId, version: 3, content: basic3 } });
  const context = { ...snapshot.context, codebookVersion: 3 };
  await updateConsensusRelations(db(), { ...snapshot, context }, layerId);
  expect(await relations()).toEqual([]);
});
