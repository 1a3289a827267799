import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Calibration } from '@/tests/builders/a-calibration';
import { aTakenCalibration } from '@/tests/builders/a-calibration';
import { callRoute } from '@/tests/harness/call-route';

let place: Calibration;
beforeAll(async () => {
  place = await aTakenCalibration();
});

const at = (rest = '') => `/api/v1/articles/${place.articleId}/calibration${rest}`;

describe('bad input is refused in words', () => {
  test.each([
    ['?attempt=0', 422],
    ['?attempt=last', 422],
    ['?attempt=2000000', 422],
    ['?attempt=7', 422],
    ['?user=me', 422],
    ['?offsetUnit=byte', 422],
  ])('reading %s: %i', async (rest, status) => {
    const { status: actual, body } = await callRoute('GET', at(rest), { as: place.learner });
    expect(actual).toBe(status);
    expect(body).toMatchObject({ errors: [{ path: expect.any(String) }] });
  });

  test('a body where none is taken, an article that is not there, an id that is none', async () => {
    const as = place.owner;
    expect(await callRoute('PUT', at(), { as, body: { passMark: 1 } })).toMatchObject({
      status: 422,
    });
    expect(
      await callRoute('POST', at('/attempts'), { as: place.learner, body: '[' }),
    ).toMatchObject({
      status: 400,
    });
    for (const id of [v7(), 'x'])
      expect(await callRoute('PUT', `/api/v1/articles/${id}/calibration`, { as })).toMatchObject({
        status: 404,
      });
  });
});

test('a learner retakes by the API: 201 once, then 409', async () => {
  const as = place.learner;
  expect(await callRoute('POST', at('/attempts'), { as })).toMatchObject({
    status: 201,
    body: { state: 'open', annotations: 0 },
  });
  expect(await callRoute('POST', at('/attempts'), { as })).toMatchObject({ status: 409 });
  expect((await callRoute('GET', at(), { as })).body).toMatchObject({ shown: null, units: [] });
});

test('competences take a person’s id and nothing else', async () => {
  const path = `/api/v1/projects/${place.projectId}/performance`;
  expect(await callRoute('GET', `${path}?user=everybody`, { as: place.owner })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'user' }] },
  });
  expect(await callRoute('GET', `${path}?user=${v7()}`, { as: place.owner })).toMatchObject({
    status: 404,
  });
});
