import { closeRound } from '@/lib/round/rounds';
import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { progressType } from '@/app/_gate/with-progress';
import { db } from '@/lib/db';
import type { Discussion } from '@/tests/builders/a-discussion';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { callRoute } from '@/tests/harness/call-route';

let closed: Discussion;
let open: Discussion;

beforeAll(async () => {
  [closed, open] = [await aDiscussion(), await aDiscussion()];
  await closeRound(closed.owner, closed.projectId, 1);
});

const held = () =>
  Promise.all([
    db().round.findMany({ orderBy: { id: 'asc' } }),
    db().roundLayer.findMany({ orderBy: { layerId: 'asc' } }),
    db().layer.findMany({ orderBy: { id: 'asc' } }),
  ]);

type Case = [what: string, method: string, path: () => string, body: unknown, status: number];

const at = (of: Discussion, more = '') => `/api/v1/projects/${of.projectId}/rounds${more}`;
const shut = { state: 'closed' };
const cases: Case[] = [
  ['opening twice', 'POST', () => at(open), undefined, 409],
  ['closing what is closed', 'PATCH', () => at(closed, '/1'), shut, 409],
  ['closing what is not there', 'PATCH', () => at(open, '/2'), shut, 404],
  ['opening what is closed again', 'PATCH', () => at(closed, '/1'), { state: 'open' }, 422],
  ['no state', 'PATCH', () => at(open, '/1'), {}, 422],
  ['more than a state', 'PATCH', () => at(open, '/1'), { ...shut, after: 3 }, 422],
  ['a list', 'PATCH', () => at(open, '/1'), [], 422],
  ['no JSON', 'PATCH', () => at(open, '/1'), '{', 400],
  ['a number that is none', 'PATCH', () => at(open, '/one'), shut, 404],
  ['round 0', 'PATCH', () => at(open, '/0'), shut, 404],
  ['half a round', 'GET', () => at(open, '/1.5'), undefined, 404],
  ['a number beyond all', 'GET', () => at(open, '/99999999999999999999'), undefined, 404],
  ['an unknown round', 'GET', () => at(open, '/2'), undefined, 404],
  ['an unknown project', 'GET', () => `/api/v1/projects/${v7()}/rounds`, undefined, 404],
  ['an unknown project’s round', 'POST', () => `/api/v1/projects/${v7()}/rounds`, undefined, 404],
  ['a cursor of another list', 'GET', () => at(open, '?cursor=WyJhIl0'), undefined, 422],
  ['a limit of none', 'GET', () => at(open, '?limit=0'), undefined, 422],
];

test.each(cases)('%s', async (_, method, path, body, status) => {
  const before = await held();
  const response = await callRoute(method, path(), {
    as: path().includes(open.projectId) ? open.owner : closed.owner,
    ...(body === undefined ? {} : { body }),
  });
  expect({ status: response.status, body: response.body }).toMatchObject({ status });
  expect((response.body as { detail: string }).detail).toMatch(/^[\s\S]{10,}[.”]$/);
  expect(await held()).toEqual(before);
});

test.each(['ada', 'cleo'] as const)('%s may neither open nor close one', async (name) => {
  const before = await held();
  const as = open[name];
  expect((await callRoute('POST', at(open), { as })).status).toBe(403);
  expect((await callRoute('PATCH', at(open, '/1'), { as, body: shut })).status).toBe(403);
  expect(await held()).toEqual(before);
});

test('reports progress to clients that accept it', async () => {
  const headers = { accept: progressType };
  const { body } = await callRoute('GET', at(open, '/1'), { as: open.owner, headers });
  const lines = String(body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; answer?: { number: number } });
  expect(lines[0]).toMatchObject({ kind: 'progress', done: 0, total: 1 });
  expect(lines.at(-1)).toMatchObject({ kind: 'answer', answer: { number: 1, measured: 1 } });
});
