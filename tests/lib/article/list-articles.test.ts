import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { archiveArticle } from '@/lib/article/change-article';
import { listArticles } from '@/lib/article/list-articles';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses viewers without permission', async () => {
  const { projectId } = await aProject();
  const request = listArticles(await aPerson(), projectId, { limit: 10 });
  expect(await refused(request)).toMatchObject({ reason: 'absent' });
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
  const request = listArticles(owner, projectId, { limit: 2, cursor: 'bm9uZQ' });
  expect(await refused(request)).toMatchObject({ reason: 'invalid' });
});

test('newest first, page by page', async () => {
  const { projectId, owner } = await aProject();
  for (const title of ['B', 'A', 'C']) await anArticle(projectId, { title });
  const first = await listArticles(owner, projectId, { limit: 2, sort: 'newest' });
  const cursor = first.nextCursor ?? '';
  const rest = await listArticles(owner, projectId, { limit: 2, sort: 'newest', cursor });
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(['C', 'A', 'B']);
  expect(rest.nextCursor).toBeNull();
});

test('finds by title, and by source only where nobody has to guess it', async () => {
  const { projectId, owner } = await aProject({ hideSource: true });
  const analyst = await aMember(projectId, 'analyst');
  await anArticle(projectId, { title: '100% certain', source: 'The Ledger' });
  await anArticle(projectId, { title: '1000 doubts', source: 'The Herald' });
  const found = async (who: typeof owner, q: string) =>
    (await listArticles(who, projectId, { limit: 10, q })).items.map(({ title }) => title);
  expect(await found(analyst, 'DOUBT')).toEqual(['1000 doubts']);
  expect(await found(owner, '100%')).toEqual(['100% certain']);
  expect(await found(owner, 'ledger')).toEqual(['100% certain']);
  expect(await found(analyst, 'ledger')).toEqual([]);
});

test('filters by what the viewer has submitted', async () => {
  const { projectId, owner } = await aProject();
  const { articleId: done } = await anArticle(projectId, { title: 'Done' });
  const { articleId: begun } = await anArticle(projectId, { title: 'Begun' });
  await anArticle(projectId, { title: 'New' });
  await anAnnotation(owner, begun);
  await anAnnotation(owner, done);
  const { layer } = await openMyLayer(owner, done);
  await changeLayerState(owner, layer.id, 'submitted');
  const found = async (submitted?: boolean) =>
    (await listArticles(owner, projectId, { limit: 10, submitted })).items.map((it) => it.title);
  expect(await found(true)).toEqual(['Done']);
  expect(await found(false)).toEqual(['Begun', 'New']);
  expect(await found()).toHaveLength(3);
});
