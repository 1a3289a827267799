import { copyFile, mkdtemp, open, readFile, readdir, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Acknowledged } from '../builders/annotation-writers';
import { aDifficultLayer, annotationsOf, writeAnnotations } from '../builders/annotation-writers';
import { anEmptyFolder, startServer } from '../harness/running-server';
import { runProgram } from '../harness/run-program';
import type { Ended } from '../harness/run-program';
import { signIn } from '../harness/session';

const minutes = 60_000;

let place: string;
let file: string;
let dataFolder: string;
let made: Ended;
let before: Acknowledged[];
let after: number;
let ids: Awaited<ReturnType<typeof aDifficultLayer>>;
let cookie: string;
let textBefore: string;

/** A backup of a server that people write to all the while; the server is stopped then. */
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'parallax-test-'));
  file = join(place, 'backup.zip');
  const server = await startServer();
  dataFolder = server.dataFolder;
  const olive = await signIn(server.address);
  cookie = olive.cookie;
  ids = await aDifficultLayer(olive);
  textBefore = await (await olive.fetch(`/api/v1/articles/${ids.articleId}/text`)).text();
  const writers = writeAnnotations(olive, ids.layerId);
  await writers.until(100);
  before = [...writers.acknowledged];
  made = await runProgram('backup', [file, '--with-secret'], { PARALLAX_DATA: dataFolder });
  after = writers.acknowledged.length;
  await writers.stop();
  await server.stop();
}, 5 * minutes);

describe('a backup of the embedded database at work', () => {
  test('is made while people write, for its owner only, and says what is in it', async () => {
    expect(textBefore).toContain('👩🏽‍⚕️ regime said “é” and e\u0301.');
    expect((await readdir(place)).filter((name) => /partial|copy/.test(name))).toEqual([]);
    expect(made.output).toMatch(/holds \d+ rows of \d+ tables/);
    expect(made.output).toMatch(/^Writers waited for \d+ ms meanwhile\.$/m);
    expect(made.output).toContain('whoever has the file can sign in as anybody');
    expect(made.code).toBe(0);
    expect(after).toBeGreaterThan(before.length);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test(
    'restored elsewhere, it has all that was acknowledged before, to the character',
    async () => {
      const elsewhere = join(await anEmptyFolder(), 'restored');
      const restored = await runProgram('restore', [file], { PARALLAX_DATA: elsewhere });
      expect(restored.output).toMatch(/^Restored \d+ rows/);
      expect(restored.code).toBe(0);
      expect((await stat(join(elsewhere, 'secret'))).mode & 0o777).toBe(0o600);
      const server = await startServer({ dataFolder: elsewhere, withOwner: false });
      // Whoever was signed in still is: the secret came along.
      const me = await fetch(`${server.address}/api/v1/me`, { headers: { cookie } });
      expect(me.status).toBe(200);
      const olive = await signIn(server.address);
      const text = await olive.fetch(`/api/v1/articles/${ids.articleId}/text`);
      expect(await text.text()).toBe(textBefore);
      const found = await annotationsOf(olive, ids.layerId);
      expect(before.map(({ id }) => found.get(id))).toEqual(before);
      // And it can be written to.
      const writers = writeAnnotations(olive, ids.layerId);
      await writers.until(4);
      await writers.stop();
      await server.stop();
    },
    2 * minutes,
  );
});

test(
  'a backup while nothing runs is the same, without the secret unless it is asked for',
  async () => {
    const second = join(place, 'second.zip');
    const secret = (await readFile(join(dataFolder, 'secret'), 'utf8')).trim();
    const { code, output } = await runProgram('backup', [second], { PARALLAX_DATA: dataFolder });
    expect(output).toContain('is not in it');
    expect(output).not.toContain('Writers waited');
    expect(output).not.toContain(secret);
    expect(code).toBe(0);
    const again = await runProgram('backup', [second], { PARALLAX_DATA: dataFolder });
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
      const [kept] = (await namesIn()).filter((name) => !names.includes(name));
      expect(kept).toMatch(/^database\.before-\d{14}$/);
      expect(replaced.output).toContain(kept);
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
