import { expect, test } from '@jest/globals';
import { findExportArticles, findTitle } from '@/lib/interchange/export-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('finds articles by title in the order of code points, page by page, with their layers', async () => {
  const { projectId, owner } = await aProject();
  for (const title of ['b', 'B', '😀', 'é', 'a']) await anArticle(projectId, { title });
  const { articleId } = await anArticle(projectId, { title: 'Z' });
  const { layerId } = await anAnnotation(owner, articleId);
  const titles: string[] = [];
  for (let after: { title: string; articleId: string } | null = null; ;) {
    const page = await findExportArticles(db(), { projectId, after }, 2);
    titles.push(...page.map(({ title }) => title));
    const last = page.at(-1);
    if (last === undefined) break;
    after = { title: last.title, articleId: last.articleId };
  }
  expect(titles).toEqual(['B', 'Z', 'a', 'b', 'é', '😀']);
  const [found] = await findExportArticles(db(), { articleId }, 1);
  expect(found?.layers).toEqual([
    expect.objectContaining({
      id: layerId,
      revision: 1,
      kind: 'analyst',
      authorId: owner.userId,
      name: owner.name,
      state: 'open',
      eventCount: 1,
    }),
  ]);
  expect(await findTitle(db(), articleId)).toBe('Z');
});
