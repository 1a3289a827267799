import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Acknowledged } from '../builders/annotation-writers';
import { aDifficultLayer, annotationsOf, writeAnnotations } from '../builders/annotation-writers';
import type { Ended } from '../harness/run-program';
import { runProgram } from '../harness/run-program';
import { anEmptyFolder, startServer } from '../harness/running-server';
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

/** A backup of a server while people write to it; the server is stopped afterwards. */
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
    expect(await readdir(place)).toEqual(['backup.zip']);
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
      // Sessions are still valid, since the secret was restored.
      const me = await fetch(`${server.address}/api/v1/me`, { headers: { cookie } });
      expect(me.status).toBe(200);
      const olive = await signIn(server.address);
      const text = await olive.fetch(`/api/v1/articles/${ids.articleId}/text`);
      expect(textBefore).toContain('👩🏽‍⚕️ regime said “é” and e\u0301.');
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
