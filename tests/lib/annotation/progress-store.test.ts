import { expect, test } from '@jest/globals';
import { findOwnProgress, findProgress, findTeamProgress } from '@/lib/annotation/progress-store';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
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
  expect(found).toEqual(
    new Map([[articleId, { state: 'open', annotations: 1, discussion: 'none' }]]),
  );
  await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
  expect((await findProgress(db(), projectId, owner.userId, ids)).size).toBe(0);
  const withArchived = { archived: true };
  expect((await findProgress(db(), projectId, owner.userId, ids, withArchived)).size).toBe(1);
  const elsewhere = (await aProject()).projectId;
  expect((await findProgress(db(), elsewhere, owner.userId, ids)).size).toBe(0);
});

test('what was merely opened is not begun', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  await openMyLayer(owner, articleId);
  const none = { begun: 0, submitted: 0 };
  const team = () => findTeamProgress(db(), projectId, [articleId]);
  expect((await findOwnProgress(db(), owner.userId)).get(projectId)).toEqual(none);
  expect((await team()).get(articleId)).toEqual(none);
  await anAnnotation(owner, articleId);
  expect((await findOwnProgress(db(), owner.userId)).get(projectId)).toEqual({ ...none, begun: 1 });
  expect((await team()).get(articleId)).toEqual({ ...none, begun: 1 });
});
