import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { findRelation, writeRelation } from '@/lib/annotation/relation-store';
import { removeRelation } from '@/lib/annotation/remove-relation';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

async function anArrow() {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const { articleId } = await anArticle(projectId);
  const one = await anAnnotation(owner, articleId);
  const two = await anAnnotation(owner, articleId, { note: 'two' });
  const id = v7();
  await writeRelation(db(), one.layerId, id, { type: 'near', from: one.id, to: two.id });
  return { owner, layerId: one.layerId, id };
}

test('refuses one who may not, and what is not there', async () => {
  const { owner, layerId, id } = await anArrow();
  expect(await refused(removeRelation(await aPerson(), layerId, id))).toMatchObject({
    reason: 'absent',
  });
  expect(await refused(removeRelation(owner, layerId, v7()))).toMatchObject({ reason: 'absent' });
});

test('removes once, keeps the row, and nothing in a submitted layer', async () => {
  const { owner, layerId, id } = await anArrow();
  await removeRelation(owner, layerId, id);
  await removeRelation(owner, layerId, id);
  expect(await findRelation(db(), id)).toMatchObject({ removed: true });
  const other = await anArrow();
  await changeLayerState(other.owner, other.layerId, 'submitted');
  expect(await refused(removeRelation(other.owner, other.layerId, other.id))).toMatchObject({
    reason: 'conflict',
  });
});
