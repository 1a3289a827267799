import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findLabels,
  findRelation,
  findRelations,
  markRelationRemoved,
  writeRelation,
} from '@/lib/annotation/relation-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('keeps relations of one layer, in the order of their ids', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const [one, two] = [
    await anAnnotation(owner, articleId),
    await anAnnotation(owner, articleId, { label: 'direct_quote' }),
  ];
  const { layerId } = one;
  const input = { type: 'near', from: one.id, to: two.id };
  const ids = [v7(), v7(), v7()];
  for (const id of ids) await writeRelation(db(), layerId, id, input);
  const [first = '', second = '', third = ''] = ids;
  expect(await findRelation(db(), first)).toMatchObject({ ...input, layerId, removed: false });
  expect((await findRelations(db(), layerId, 2, null)).map(({ id }) => id)).toEqual([
    first,
    second,
  ]);
  expect((await findRelations(db(), layerId, 2, second)).map(({ id }) => id)).toEqual([third]);
  await markRelationRemoved(db(), first);
  expect(await findRelation(db(), first)).toMatchObject({ removed: true });
  expect(await writeRelation(db(), v7(), second, input).catch(() => null)).toBeNull();
  expect(await findLabels(db(), layerId, [one.id, two.id, v7()])).toEqual(
    new Map([
      [one.id, 'loaded_framing'],
      [two.id, 'direct_quote'],
    ]),
  );
  expect(await findRelation(db(), v7())).toBeNull();
});
