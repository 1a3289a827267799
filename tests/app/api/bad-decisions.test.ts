import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { DisputedArticle } from '@/tests/builders/a-disputed-article';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { callRoute } from '@/tests/harness/call-route';

let article: DisputedArticle;

beforeAll(async () => {
  article = await aDisputedArticle();
});

async function responseTo(path: string) {
  const { status, body } = await callRoute('GET', `/api/v1${path}`, { as: article.manager });
  const { detail, errors = [] } = body as { detail: string; errors?: { path: string }[] };
  expect(detail).toMatch(/^[\s\S]{10,}[.”]$/);
  return { status, paths: errors.map(({ path: at }) => at) };
}

describe('an invalid search of the decision log is refused', () => {
  test.each([
    ['as=both', 'as'],
    ['by=nobody', 'by'],
    ['kind=guess', 'kind'],
    ['current=perhaps', 'current'],
    ['article=x', 'article'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['offsetUnit=byte', 'offsetUnit'],
    ['text=%00', 'text'],
    [`text=${'x'.repeat(201)}`, 'text'],
    [`label=${'x'.repeat(201)}`, 'label'],
    ['cursor=x', 'cursor'],
    [`cursor=${Buffer.from('["yesterday","x"]').toString('base64url')}`, 'cursor'],
  ])('%s', async (query, path) => {
    expect(await responseTo(`/projects/${article.projectId}/decisions?${query}`)).toEqual({
      status: 422,
      paths: [path],
    });
  });
});

test.each(['%25', '_', '%5C', "'", '%F0%9F%98%80', '%2525%27%20OR%201%3D1--'])(
  'whatever is looked for is looked for as it is: %s',
  async (text) => {
    const path = `/api/v1/projects/${article.projectId}/decisions?text=${text}&source=${text}`;
    const { status, body } = await callRoute('GET', path, { as: article.manager });
    expect({ status, body }).toMatchObject({ status: 200, body: { items: [] } });
  },
);

describe('what changed, asked for wrongly, is refused', () => {
  test.each([
    ['user=me', 'user'],
    ['cursor=x', 'cursor'],
    ['limit=-1', 'limit'],
  ])('%s', async (query, path) => {
    expect(await responseTo(`/projects/${article.projectId}/changes?${query}`)).toEqual({
      status: 422,
      paths: [path],
    });
  });

  test('of somebody who was never there, or in a unit that is none', async () => {
    const at = `/articles/${article.articleId}/changes`;
    expect(await responseTo(`${at}?user=${v7()}`)).toEqual({ status: 404, paths: [] });
    expect(await responseTo(`${at}?offsetUnit=byte`)).toEqual({
      status: 422,
      paths: ['offsetUnit'],
    });
  });
});
