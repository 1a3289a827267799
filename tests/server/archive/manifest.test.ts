import { hash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TableSummer, sumOf, summed } from '@/server/archive/manifest';

async function* streamed(chunks: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
}

/** The text in pieces of at most this many bytes, in one reused buffer, as a driver may do. */
function* cut(text: string, size: number): Generator<Buffer> {
  const bytes = Buffer.from(text);
  const shared = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(shared, 0, at);
    yield shared.subarray(0, length);
  }
}

const rows = fc.array(fc.string({ unit: 'grapheme' }).map((row) => row.replaceAll('\n', '')));
const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

test('wherever the stream is cut, the sum is the same', () =>
  fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (lines, size) => {
      const text = textOf(lines);
      const sum = await sumOf(streamed(cut(text, size)));
      expect(sum).toEqual(await sumOf(streamed([Buffer.from(text)])));
      expect(sum.rows).toBe(lines.length);
      expect(sum.bytes).toBe(Buffer.byteLength(text));
      expect(sum.sha256).toBe(hash('sha256', text));
    }),
  ));

test('the digest of rows does not depend on their order, and on everything else', async () => {
  const digest = async (...lines: string[]) =>
    (await sumOf(streamed([Buffer.from(textOf(lines))]))).rowsDigest;
  const expected = await digest('a\t1', 'b\t2', 'b\t2', 'c\t3');
  expect(await digest('b\t2', 'c\t3', 'b\t2', 'a\t1')).toBe(expected);
  for (const other of [
    ['a\t1', 'b\t2', 'c\t3'],
    ['a\t1', 'b\t2', 'b\t2', 'c\t4'],
    ['a\t1', 'a\t1', 'b\t2', 'c\t3'],
    ['a\t1b\t2', 'b\t2', 'c\t3', ''],
  ])
    expect(await digest(...other)).not.toBe(expected);
  expect(await digest('a')).toBe(hash('sha256', 'a'));
});

test('what is summed up passes through unchanged', async () => {
  const summer = new TableSummer();
  const passed: Buffer[] = [];
  const chunks = [Buffer.from('a\tb\nc'), Buffer.from('\td\n')];
  for await (const chunk of summed(streamed(chunks), summer)) passed.push(chunk);
  expect(passed).toEqual(chunks);
  expect(summer.result().rows).toBe(2);
});
