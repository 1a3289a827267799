import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findWorkspaceArticle } from '@/lib/annotation/article-workspace-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('tells the article with its neighbours by title, archived ones left out', async () => {
  const { projectId } = await aProject();
  const made: Record<string, Awaited<ReturnType<typeof anArticle>>> = {};
  for (const title of ['A', 'B', 'C', 'D']) made[title] = await anArticle(projectId, { title });
  const [b, c, d] = [made.B, made.C, made.D];
  await db().article.update({ where: { id: b?.articleId }, data: { archivedAt: new Date() } });
  const found = await findWorkspaceArticle(db(), c?.articleId ?? '', c?.revisionId ?? '');
  expect(found).toMatchObject({
    article: { id: c?.articleId, title: 'C', archived: false },
    previous: { id: made.A?.articleId, title: 'A' },
    next: { id: d?.articleId, title: 'D' },
  });
  expect(found).toHaveProperty('segmentation');
  const last = await findWorkspaceArticle(db(), d?.articleId ?? '', d?.revisionId ?? '');
  expect(last?.next).toBeNull();
  expect(await findWorkspaceArticle(db(), c?.articleId ?? '', v7())).toBeNull();
});
