import { expect, test } from '@jest/globals';
import { problemOf } from '@/app/_gate/problem';
import type { Reason } from '@/lib/refusal';
import { inRequest } from '@/lib/access/request-context';
import { Refusal } from '@/lib/refusal';
import { expectConsoleError } from '@/tests/harness/expected-errors';

test.each<[Reason, number]>([
  ['unreadable', 400],
  ['unknown', 401],
  ['forbidden', 403],
  ['absent', 404],
  ['conflict', 409],
  ['too-large', 413],
  ['unsupported', 415],
  ['invalid', 422],
  ['too-many', 429],
  ['busy', 503],
  ['costly', 422],
  ['database-away', 503],
  ['database-busy', 503],
  ['storage-full', 507],
])('%s is answered as %d', async (reason, status) => {
  const faults = [{ path: 'name', message: 'It is empty.' }];
  const answer = problemOf(new Refusal(reason, 'Words.', faults));
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: expect.any(String),
    status,
    detail: 'Words.',
    // Pages and scripts distinguish what passes by itself.
    ...(status >= 500 ? { reason } : {}),
    errors: faults,
  });
});

test('a refusal without faults has no list of them; one of too many says when', async () => {
  const answer = problemOf(new Refusal('too-many', 'Words.', [], 12.2));
  expect(answer.headers.get('retry-after')).toBe('13');
  expect(await answer.json()).not.toHaveProperty('errors');
});

test('a database that is away is no fault of the request: come again', async () => {
  expectConsoleError(/The database cannot be reached/);
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const answer = problemOf(new Error('wrapped', { cause: away }));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
});

test('an unexpected error is logged, and answered without its message', async () => {
  expectConsoleError(/^A request failed unexpectedly\..*secret words of the database/s);
  const answer = inRequest({ requestId: 'r-1', address: '127.0.0.1' }, () =>
    problemOf(new Error('secret words of the database')),
  );
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).not.toContain('secret');
  expect(text).toContain('under the request ID r-1.');
});
