import { afterEach, expect, test } from '@jest/globals';
import { noteStorage, storageState } from '@/lib/access/storage-state';
import { callRoute } from '@/tests/harness/call-route';

afterEach(() => noteStorage({ isDatabaseAway: false, isSpaceShort: false }));

test('while the database is away every operation that needs it says so, and the others answer', async () => {
  noteStorage({ isDatabaseAway: true });
  for (const [method, path] of [
    ['GET', '/api/v1/projects'],
    ['POST', '/api/v1/projects'],
    ['GET', '/api/ready'],
  ] as const) {
    const { status, body, headers } = await callRoute(method, path);
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(body).toMatchObject({ reason: 'database-away' });
  }
  expect((await callRoute('GET', '/api/health')).status).toBe(200);
  expect((await callRoute('GET', '/api/metrics')).status).not.toBe(503);
});

test('while space is short nobody learns of it who may not change anything', async () => {
  noteStorage({ isSpaceShort: true });
  expect(storageState()).toEqual({ isDatabaseAway: false, isSpaceShort: true });
  expect((await callRoute('POST', '/api/v1/projects', { body: { name: 'A' } })).status).toBe(401);
  expect((await callRoute('GET', '/api/ready')).body).toEqual({ status: 'ready', storage: 'full' });
});
