import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findRunning, forgetRunning, noteRunning } from '@/server/running';

const aFolder = () => mkdtemp(join(tmpdir(), 'parallax-test-'));
const note = { pid: process.pid, address: 'http://127.0.0.1:3000', databaseUrl: 'postgres://x/y' };

test('is found while it runs, and not afterwards', async () => {
  const folder = await aFolder();
  expect(await findRunning(folder)).toBeNull();
  await noteRunning(folder, note);
  expect(await findRunning(folder)).toEqual(note);
  expect((await stat(join(folder, 'running.json'))).mode & 0o777).toBe(0o600);
  await forgetRunning(folder);
  expect(await findRunning(folder)).toBeNull();
});

test('a note that a crash left behind, or broke, counts as none', async () => {
  const folder = await aFolder();
  await noteRunning(folder, { ...note, pid: 2 ** 22 + 1 });
  expect(await findRunning(folder)).toBeNull();
  await writeFile(join(folder, 'running.json'), '{"pid":');
  expect(await findRunning(folder)).toBeNull();
});
