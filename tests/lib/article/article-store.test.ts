import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { ArticleFilters } from '@/lib/article/article-store';
import {
  findArticle,
  findArticles,
  insertArticle,
  updateArticle,
} from '@/lib/article/article-store';
import { freeze } from '@/lib/article/revision';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

const any: ArticleFilters = {
  limit: 10,
  after: null,
  archived: false,
  sort: 'title',
  text: '',
  bySource: true,
  submitted: null,
};

test('an id is taken once, and then nothing is stored', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId, { title: 'First' });
  const { language, ...revision } = freeze('Other.', 'none', '');
  const article = {
    id: articleId,
    projectId,
    title: 'Second',
    source: null,
    author: null,
    url: null,
    publishedAt: null,
    language,
    addedById: owner.userId,
  };
  expect(await transaction((tx) => insertArticle(tx, article, v7(), revision))).toBe(false);
  expect((await findArticle(db(), articleId, owner.userId))?.view.title).toBe('First');
});

test('finds articles after a key, none twice', async () => {
  const { projectId, owner } = await aProject();
  for (const title of ['b', 'a', 'c']) await anArticle(projectId, { title });
  const find = (after: [string, string] | null) =>
    findArticles(db(), projectId, owner.userId, { ...any, limit: 1, after });
  const [first, second] = await find(null);
  expect([first?.view.title, second?.view.title]).toEqual(['a', 'b']);
  const rest = await find(['b', second?.view.id ?? '']);
  expect(rest.map(({ view }) => view.title)).toEqual(['c']);
});

test('changes what is named and nothing else', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId, { title: 'a', source: 's' });
  await updateArticle(db(), articleId, { title: 'b', archived: true });
  expect((await findArticle(db(), articleId, owner.userId))?.view).toMatchObject({
    title: 'b',
    source: 's',
    archivedAt: expect.any(String),
  });
  await updateArticle(db(), articleId, { archived: false });
  expect((await findArticle(db(), articleId, owner.userId))?.view.archivedAt).toBeNull();
  expect(await findArticle(db(), v7(), owner.userId)).toBeNull();
});
