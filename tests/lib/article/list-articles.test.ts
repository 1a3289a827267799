import { expect, test } from '@jest/globals';
import { archiveArticle } from '@/lib/article/archive-article';
import { listArticles } from '@/lib/article/list-articles';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const asks = listArticles(await aPerson(), projectId, { limit: 10 });
  expect(await refused(asks)).toMatchObject({ reason: 'absent' });
  const archived = listArticles(await aMember(projectId, 'analyst'), projectId, {
    limit: 10,
    archived: true,
  });
  expect(await refused(archived)).toMatchObject({ reason: 'forbidden' });
});

test('pages by title; those of one title each once; none of another project', async () => {
  const { projectId, owner } = await aProject();
  await anArticle((await aProject()).projectId, { title: 'Elsewhere' });
  for (const title of ['Beta', 'Alpha', 'Beta', 'Gamma', 'Beta'])
    await anArticle(projectId, { title });
  const seen: string[] = [];
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await listArticles(owner, projectId, { limit: 2, cursor });
    for (const { id, title } of page.items) {
      seen.push(title);
      ids.add(id);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(['Alpha', 'Beta', 'Beta', 'Beta', 'Gamma']);
  expect(ids.size).toBe(5);
});

test('archived articles have a list of their own', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId, { title: 'Gone' });
  await anArticle(projectId, { title: 'Here' });
  await archiveArticle(owner, articleId);
  const titles = async (archived: boolean) =>
    (await listArticles(owner, projectId, { limit: 10, archived })).items.map(({ title }) => title);
  expect([await titles(false), await titles(true)]).toEqual([['Here'], ['Gone']]);
});

test('a cursor that is none of ours is refused', async () => {
  const { projectId, owner } = await aProject();
  const asks = listArticles(owner, projectId, { limit: 2, cursor: 'bm9uZQ' });
  expect(await refused(asks)).toMatchObject({ reason: 'invalid' });
});
