import { countChanges } from '@/lib/annotation/layer-store';
import { expect, test } from '@jest/globals';
import { isSmallArticle, isSmallProject, maxSmallAnnotations } from '@/lib/annotation/workload';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

test('an article is small while its layers together have few changes', async () => {
  const { projectId } = await aProject();
  const analyst = await aMember(projectId, 'analyst');
  const { articleId } = await aReadArticle(projectId, [[analyst, [['loaded_framing', 'failed']]]]);
  const { articleId: otherId } = await aReadArticle(projectId, [], { title: 'B' });
  await db().layer.updateMany({ where: { articleId }, data: { eventCount: maxSmallAnnotations } });
  expect(await countChanges(db(), { articleId })).toBe(maxSmallAnnotations);
  expect(await countChanges(db(), { articleId: otherId })).toBe(0);
  expect([await isSmallArticle(articleId), await isSmallProject(projectId)]).toEqual([true, true]);
  await db().layer.updateMany({ where: { articleId }, data: { eventCount: { increment: 1 } } });
  expect([await isSmallArticle(articleId), await isSmallArticle(otherId)]).toEqual([false, true]);
  expect(await isSmallProject(projectId)).toBe(false);
});
