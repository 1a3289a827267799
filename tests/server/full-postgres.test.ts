import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeDb, db, isStorageFull } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { callRoute } from '@/tests/harness/call-route';
import { unprivileged } from '@/tests/harness/debian-program';
import { expectConsoleError } from '@/tests/harness/expected-errors';
import type { Postgres } from '@/tests/harness/postgres';
import { startPostgres } from '@/tests/harness/postgres';
import type { SmallDisk } from '@/tests/harness/small-disk';
import { smallDisk } from '@/tests/harness/small-disk';

const disk: SmallDisk | null = smallDisk(64, unprivileged());
let postgres: Postgres | undefined;

beforeAll(async () => {
  if (disk === null) return;
  await closeDb();
  postgres = await startPostgres();
  process.env.DATABASE_URL = await postgres.newDatabase('full', disk.folder);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['server/set-up/typescript.mjs', 'tests/harness/migrated.ts'],
    { env: process.env },
  );
  if (status !== 0) throw new Error(`It could not be migrated: ${String(stderr)}`);
}, 300_000);

afterAll(async () => {
  await closeDb();
  await postgres?.stop();
  disk?.remove();
});

test('the error of a full disk is known', () => {
  expect(isStorageFull(Object.assign(new Error('no space left'), { code: '53100' }))).toBe(true);
  expect(isStorageFull(new Error('no space left'))).toBe(false);
});

// Without permission to mount there is no disk to fill.
if (disk !== null) {
  test('a PostgreSQL whose disk is full is answered with 507, can be read, and recovers by itself', async () => {
    const { projectId } = await aProject({ blind: 'open' });
    const manager = await aMember(projectId, 'manager');
    const path = `/api/v1/projects/${projectId}/articles`;
    let at = 0;
    // Random, so that the database cannot compress it.
    const text = () =>
      Array.from({ length: 4_000 }, () => Math.random().toString(36).slice(2)).join(' ');
    const add = () =>
      callRoute('POST', path, {
        as: manager,
        body: { title: `Article ${at++}`, text: text(), cleanup: 'none' },
      });
    expect((await add()).status).toBe(201);
    disk?.fill(0);
    expectConsoleError(/The disk of the database is full: changes are refused/);
    let answer = await add();
    for (let tries = 0; answer.status === 201 && tries < 200; tries++) answer = await add();
    for (let more = 0; more < 5; more++) {
      expect(answer).toMatchObject({
        status: 507,
        body: { reason: 'storage-full', detail: expect.stringContaining('make room') },
      });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      answer = await add();
    }
    const read = await callRoute('GET', path, { as: manager });
    expect(read.status).toBe(200);
    const thrown: unknown = await db()
      .$executeRaw`CREATE TABLE large AS SELECT repeat(md5(i::text), 9) FROM generate_series(1, 99999) i`.catch(
      (error: unknown) => error,
    );
    expect(isStorageFull(thrown)).toBe(true);
    disk?.free();
    expect((await add()).status).toBe(201);
  }, 300_000);
}
