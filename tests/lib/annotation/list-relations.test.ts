import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { listRelations } from '@/lib/annotation/list-relations';
import { writeRelation } from '@/lib/annotation/relation-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; to others it lists page by page', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const { articleId } = await anArticle(projectId);
  const one = await anAnnotation(owner, articleId);
  const two = await anAnnotation(owner, articleId, { note: 'two' });
  const ids = [v7(), v7()];
  for (const id of ids)
    await writeRelation(db(), one.layerId, id, { type: 'near', from: one.id, to: two.id });
  const blind = await aMember(projectId, 'analyst');
  expect(await refused(listRelations(blind, one.layerId, { limit: 1 }))).toMatchObject({
    reason: 'absent',
  });
  const first = await listRelations(owner, one.layerId, { limit: 1 });
  const cursor = first.nextCursor ?? '';
  const second = await listRelations(owner, one.layerId, { limit: 1, cursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(first.items[0]).not.toHaveProperty('removed');
  expect(second.nextCursor).toBeNull();
});
