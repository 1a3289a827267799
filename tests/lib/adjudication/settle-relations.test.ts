import { expect, test } from '@jest/globals';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readGround } from '@/lib/adjudication/read-ground';
import { readRelationVotes, settleRelations } from '@/lib/adjudication/settle-relations';
import { findRelations } from '@/lib/annotation/relation-store';
import { basic3 } from '@/lib/codebook/basic-3';
import { db } from '@/lib/db';
import { arrowsDrawn } from '@/tests/builders/arrows';
import { deciding, unitOn } from '@/tests/builders/deciding';

async function merged(drawn: boolean[]) {
  const article = await arrowsDrawn(drawn);
  const { manager, articleId } = article;
  await mergeArticle(manager, articleId, { preview: false });
  const ground = await readGround(db(), manager, articleId);
  const layerId = ground.consensus?.id ?? '';
  const relations = async () =>
    (await findRelations(db(), layerId, 10, null)).map(({ type, from, to }) => ({
      type,
      labels: [from, to].map((id) => ground.standing.get(id)?.label),
    }));
  return { ...article, ground, layerId, relations };
}

const arrow = { type: 'supports', labels: ['evidence', 'claim'] };

test.each([
  [[true, true, false], [arrow]],
  [[true, false, false], []],
  [[true, false], []],
])('most of those who have both ends decide: %j', async (drawn, expected) => {
  const { relations, ground } = await merged(drawn);
  expect(await relations()).toEqual(expected);
  expect(await readRelationVotes(db(), ground)).toMatchObject([
    { of: drawn.length, stands: expected.length === 1 },
  ]);
});

test('goes with an end of it, and comes back with it', async () => {
  const { relations, manager, articleId, layerId } = await merged([true, true]);
  const unit = await unitOn(manager, articleId, '“We');
  await deciding(manager, articleId, unit);
  expect(await relations()).toEqual([]);
  const again = await unitOn(manager, articleId, '“We');
  const [mark] = again.versions[0]?.holders[0]?.marks ?? [];
  await deciding(manager, articleId, again, { take: [mark?.annotationId ?? ''] });
  expect(await findRelations(db(), layerId, 10, null)).toHaveLength(1);
});

test('settles nothing twice, and nothing that the codebook does not allow', async () => {
  const { projectId, ground, layerId, relations } = await merged([true, true]);
  const before = await db().relation.findMany({ where: { layerId } });
  await settleRelations(db(), ground, layerId);
  expect(await db().relation.findMany({ where: { layerId } })).toEqual(before);
  await db().codebookVersion.create({ data: { projectId, version: 3, content: basic3 } });
  const context = { ...ground.context, codebookVersion: 3 };
  await settleRelations(db(), { ...ground, context }, layerId);
  expect(await relations()).toEqual([]);
});
