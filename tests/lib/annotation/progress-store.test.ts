import { expect, test } from '@jest/globals';
import { findProgress } from '@/lib/annotation/progress-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('counts one’s own annotations that stand, in the articles of this project only', async () => {
  const { projectId, owner } = await aProject();
  const [{ articleId }, untouched] = [await anArticle(projectId), await anArticle(projectId)];
  await anAnnotation(owner, articleId);
  const { id } = await anAnnotation(owner, articleId, { note: 'two' });
  await db().annotation.update({ where: { id }, data: { removedAt: new Date() } });
  const ids = [articleId, untouched.articleId];
  const found = await findProgress(db(), projectId, owner.userId, ids);
  expect(found).toEqual(new Map([[articleId, { state: 'open', annotations: 1 }]]));
  const elsewhere = (await aProject()).projectId;
  expect((await findProgress(db(), elsewhere, owner.userId, ids)).size).toBe(0);
});
