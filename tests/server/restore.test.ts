import { copyFile, mkdtemp, open, readFile, readdir, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { aDifficultLayer, writeAnnotations } from '../builders/annotation-writers';
import type { Ended } from '../harness/run-program';
import { runProgram } from '../harness/run-program';
import { anEmptyFolder, startServer } from '../harness/running-server';
import { signIn } from '../harness/session';

const minutes = 60_000;

let place: string;
let file: string;
let dataFolder: string;
let made: Ended;

/** A backup of a server that is stopped. */
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'parallax-test-'));
  file = join(place, 'backup.zip');
  const server = await startServer();
  dataFolder = server.dataFolder;
  const olive = await signIn(server.address);
  const writers = writeAnnotations(olive, (await aDifficultLayer(olive)).layerId);
  await writers.until(60);
  await writers.stop();
  await server.stop();
  made = await runProgram('backup', [file], { PARALLAX_DATA: dataFolder });
}, 5 * minutes);

test(
  'a backup while nothing runs is the same, without the secret unless it is asked for',
  async () => {
    const secret = (await readFile(join(dataFolder, 'secret'), 'utf8')).trim();
    expect(made.output).toContain('is not in it');
    expect(made.output).not.toContain('Writers waited');
    expect(made.output).not.toContain(secret);
    expect(made.code).toBe(0);
    const again = await runProgram('backup', [file], { PARALLAX_DATA: dataFolder });
    expect(again.output).toContain('is there already');
    expect(again.code).toBe(1);
  },
  minutes,
);

describe('a restore refuses', () => {
  const damaged: [string, (path: string) => Promise<void>][] = [
    ['a truncated file', async (path) => truncate(path, (await stat(path)).size - 100)],
    ['half a file', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
    ['an empty file', (path) => truncate(path, 0)],
    [
      'a file with one byte changed',
      async (path) => {
        const handle = await open(path, 'r+');
        // Within the first table that has rows.
        const at = 2000;
        const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
        await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at);
        await handle.close();
      },
    ],
  ];
  test.each(damaged)('%s, in a sentence, before anything is changed', async (_, damage) => {
    const broken = join(place, `broken-${Math.random()}.zip`);
    await copyFile(file, broken);
    await damage(broken);
    const folder = await anEmptyFolder();
    const { code, output } = await runProgram('restore', [broken], { PARALLAX_DATA: folder });
    expect(output).toMatch(/cannot be used: .*Nothing was changed\.$/m);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test(
    'a folder that has a database, unless it is to be replaced: then that is kept',
    async () => {
      const namesIn = async () =>
        (await readdir(dataFolder)).filter((name) => name !== 'database.lock');
      const names = await namesIn();
      const vars = { PARALLAX_DATA: dataFolder };
      const refused = await runProgram('restore', [file], vars);
      expect(refused.output).toContain('has a database already');
      expect(refused.code).toBe(1);
      expect(await namesIn()).toEqual(names);
      const replaced = await runProgram('restore', [file, '--replace'], vars);
      expect(replaced.code).toBe(0);
      const [backup] = (await namesIn()).filter((name) => !names.includes(name));
      expect(backup).toMatch(/^database\.before-\d{14}$/);
      expect(replaced.output).toContain(backup);
    },
    minutes,
  );

  test('a file that is not there, and a command without one', async () => {
    const vars = { PARALLAX_DATA: await anEmptyFolder() };
    const absent = await runProgram('restore', [join(place, 'nothing.zip')], vars);
    expect(absent.output).toMatch(/^There is no file /);
    const without = await runProgram('restore', [], vars);
    expect(without.output).toMatch(/^npm run restore -- FILE/);
    expect([absent.code, without.code]).toEqual([1, 1]);
  });
});
