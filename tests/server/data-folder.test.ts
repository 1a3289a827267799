import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openDataFolder, sessionSecret } from '@/server/data-folder';
import { StartProblem } from '@/server/start-problem';

const aFolder = () => mkdtemp(join(tmpdir(), 'parallax-test-'));
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('is made for its owner only', async () => {
  const folder = await openDataFolder(join(await aFolder(), 'deep', 'data'));
  expect(await modeOf(folder)).toBe(0o700);
});

test('is refused in a sentence where it cannot be', async () => {
  const file = join(await aFolder(), 'file');
  await writeFile(file, '');
  await expect(openDataFolder(join(file, 'data'))).rejects.toThrow(StartProblem);
  await expect(openDataFolder(file)).rejects.toThrow(/PARALLAX_DATA/);
});

test('keeps one secret for good, for its owner only, also when two begin at once', async () => {
  const folder = await aFolder();
  const both = await Promise.all([sessionSecret(folder, null), sessionSecret(folder, null)]);
  const later = await sessionSecret(folder, null);
  expect(new Set([...both, later]).size).toBe(1);
  expect(later).toHaveLength(43);
  expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(later);
  expect(await modeOf(join(folder, 'secret'))).toBe(0o600);
});

test('keeps none where one is given', async () => {
  const folder = await aFolder();
  expect(await sessionSecret(folder, 'given')).toBe('given');
  await expect(stat(join(folder, 'secret'))).rejects.toThrow('ENOENT');
});
