import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeArchive } from '@/server/archive/archive-writer';
import { ArchiveProblem } from '@/server/process/operator-problem';

const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
afterAll(() => rmSync(place, { recursive: true }));

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(100_000, 'a');
  throw new Error('The database went away.');
}

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.from(Math.random().toString(36).repeat(1000));
}

test('what cannot be read leaves no file behind', async () => {
  const written = writeArchive(join(place, 'a.zip'), (add) => add('table', failing()));
  await expect(written).rejects.toThrow('The database went away.');
  expect(readdirSync(place)).toEqual([]);
});

test('a folder that is none is named in a sentence', async () => {
  const written = writeArchive('/dev/null/a.zip', async () => undefined);
  await expect(written).rejects.toThrow(ArchiveProblem);
  await expect(written).rejects.toThrow('/dev/null/a.zip cannot be written');
});

test('what fails while another file waits ends both', async () => {
  const written = writeArchive(join(place, 'b.zip'), async (add) => {
    await Promise.all([add('one', failing()), add('two', endless())]);
  });
  await expect(written).rejects.toThrow('The database went away.');
  expect(readdirSync(place)).toEqual([]);
});

test('what is there already is left alone, also when it comes meanwhile', async () => {
  const path = join(place, 'c.zip');
  const late = writeArchive(path, async () => writeFileSync(path, 'mine'));
  await expect(late).rejects.toThrow('is there already');
  await expect(writeArchive(path, async () => undefined)).rejects.toThrow('is there already');
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(readdirSync(place)).toEqual(['c.zip']);
});
