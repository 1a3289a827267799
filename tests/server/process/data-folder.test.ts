import { chmod, mkdir, mkdtemp, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  findRunning,
  forgetRunning,
  noteRunning,
  openDataFolder,
  sessionSecret,
} from '@/server/process/data-folder';
import { StartProblem } from '@/server/process/operator-problem';

describe('data folder', () => {
  const aFolder = () => mkdtemp(join(tmpdir(), 'parallax-test-'));
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

  test('is made for its owner only', async () => {
    const folder = await openDataFolder(join(await aFolder(), 'deep', 'data'));
    expect(await modeOf(folder)).toBe(0o700);
  });

  test('and all that Parallax keeps in it are closed to others, where they were open', async () => {
    const folder = await aFolder();
    const base = join(folder, 'database', 'base');
    await mkdir(base, { recursive: true });
    const files = [join(folder, 'secret'), join(folder, 'running.json'), join(base, '1259')];
    for (const file of files) await writeFile(file, 'x');
    const foreign = join(folder, 'notes-of-mine');
    const linked = join(await aFolder(), 'elsewhere');
    for (const file of [foreign, linked]) await writeFile(file, 'x');
    await symlink(linked, join(base, 'link'));
    for (const file of [...files, foreign, linked]) await chmod(file, 0o644);
    for (const each of [folder, join(folder, 'database'), base]) await chmod(each, 0o755);
    await openDataFolder(folder);
    for (const file of files) expect(await modeOf(file)).toBe(0o600);
    for (const each of [folder, join(folder, 'database'), base])
      expect(await modeOf(each)).toBe(0o700);
    for (const file of [foreign, linked]) expect(await modeOf(file)).toBe(0o644);
  });

  test('is refused where it is a folder that many share, which stays as it is', async () => {
    const folder = await aFolder();
    await chmod(folder, 0o1777);
    await expect(openDataFolder(folder)).rejects.toThrow('shared with others');
    expect(await modeOf(folder)).toBe(0o777);
    await expect(openDataFolder('/')).rejects.toThrow('shared with others');
  });

  test('is refused in a sentence where it cannot be', async () => {
    const file = join(await aFolder(), 'file');
    await writeFile(file, '');
    await expect(openDataFolder(join(file, 'data'))).rejects.toThrow(StartProblem);
    await expect(openDataFolder(file)).rejects.toThrow(/PARALLAX_DATA/);
  });

  test('stores one secret permanently, for its owner only, also with concurrent first starts', async () => {
    const folder = await aFolder();
    const both = await Promise.all([sessionSecret(folder, null), sessionSecret(folder, null)]);
    const later = await sessionSecret(folder, null);
    expect(new Set([...both, later]).size).toBe(1);
    expect(later).toHaveLength(43);
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(later);
    expect(await modeOf(join(folder, 'secret'))).toBe(0o600);
  });

  test('stores none if one is given', async () => {
    const folder = await aFolder();
    expect(await sessionSecret(folder, 'given')).toBe('given');
    await expect(stat(join(folder, 'secret'))).rejects.toThrow('ENOENT');
  });
});

describe('running', () => {
  const aFolder = () => mkdtemp(join(tmpdir(), 'parallax-test-'));
  const note = {
    pid: process.pid,
    address: 'http://127.0.0.1:3000',
    databaseUrl: 'postgres://x/y',
  };

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
});
