import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anArticle } from '@/tests/builders/an-article';
import { callRoute } from '@/tests/harness/call-route';

let owner: Viewer;
let projectId: string;
let articleId: string;
let emptyId: string;
let layer: string;
let elsewhere: string;

beforeAll(async () => {
  ({ projectId, owner } = await aProject());
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const read = await aReadArticle(projectId, [
    [ada, [['loaded_framing', 'failed']]],
    [ben, []],
  ]);
  ({ articleId } = read);
  layer = read.layers[0] ?? '';
  elsewhere = (await aReadArticle(projectId, [[ada, []]])).layers[0] ?? '';
  emptyId = (await anArticle(projectId)).articleId;
});

async function responseTo(path: string) {
  const { status, body } = await callRoute('GET', path, { as: owner });
  const { detail, errors = [] } = body as { detail?: string; errors?: { path: string }[] };
  if (status >= 400) expect(detail).toMatch(/^[\s\S]{10,}[.”]$/);
  return { status, path: errors[0]?.path };
}

describe('a comparison', () => {
  test.each([
    ['no list', () => 'layers=', 'layers.0'],
    ['something that is no id', () => 'layers=mine', 'layers.0'],
    ['an id that injects', () => `layers=${layer}' OR 1=1`, 'layers.0'],
    ['a layer that is not there', () => `layers=${v7()}`, 'layers'],
    ['a layer of another article', () => `layers=${layer},${elsewhere}`, 'layers'],
    ['an unknown unit', () => 'offsetUnit=byte', 'offsetUnit'],
  ])('of %s is refused', async (_, query, path) => {
    expect(await responseTo(`/api/v1/articles/${articleId}/comparison?${query()}`)).toEqual({
      status: 422,
      path,
    });
  });

  test('of an article that nobody has read, and of one layer, says that there is nothing to compare', async () => {
    const of = async (path: string) => (await callRoute('GET', path, { as: owner })).body;
    expect(await of(`/api/v1/articles/${emptyId}/comparison`)).toMatchObject({
      reason: expect.stringMatching(/^No annotations/),
      units: [],
    });
    expect(await of(`/api/v1/articles/${articleId}/comparison?layers=${layer}`)).toMatchObject({
      reason: expect.stringMatching(/^Only one/),
      units: [],
    });
  });

  test('of what is not there, or is no id, is not there', async () => {
    expect(await responseTo(`/api/v1/articles/${v7()}/comparison`)).toMatchObject({ status: 404 });
    expect(await responseTo('/api/v1/articles/x/comparison')).toMatchObject({ status: 404 });
  });
});

describe('agreement', () => {
  test.each([
    ['measure=kappa', 'measure'],
    ['label=', 'label'],
    ['label=lies', 'label'],
    ['label[contains]=a&label=%00', ''],
    ['layers=mine', 'layers.0'],
    ['analysts=x', 'analysts.0'],
    [`analysts=${v7()}`, 'analysts'],
    [`articles=${v7()}`, 'articles'],
    ['from=yesterday', 'from'],
    ['from=2026-02-02&to=2026-02-01', 'to'],
    ['distance=euclid', 'distance'],
    [`source=${'x'.repeat(201)}`, 'source'],
  ])('with %s is refused', async (query, path) => {
    const answer = await responseTo(`/api/v1/projects/${projectId}/agreement?${query}`);
    expect(answer.status).toBe(422);
    if (path !== '') expect(answer.path).toBe(path);
  });

  test.each(['panel', 'gamma', 'alpha-character', 'alpha-token', 'alpha-sentence'])(
    '%s of few layers, or none, is a sentence',
    async (measure) => {
      const of = async (query: string) =>
        (
          await callRoute(
            'GET',
            `/api/v1/projects/${projectId}/agreement?measure=${measure}${query}`,
            {
              as: owner,
            },
          )
        ).body;
      expect(await of('&layers=submitted')).toMatchObject({ articles: 1, reason: null });
      expect(await of('&from=2999-01-01')).toMatchObject({
        articles: 0,
        reason: expect.stringMatching(/\.$/),
      });
    },
  );
});
