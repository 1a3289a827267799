import { blocksOf } from '@/lib/article/segment';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentPositions } from '@/components/article-text/text-layout';

test.each([
  ['the first letter', 0, 1],
  ['the end of the first block', 3, 4],
  ['the second block', 4, 6],
  ['an empty block', 8, 11],
  ['the block after it', 9, 13],
  ['the end of the text', 12, 16],
])('%s', (_, offset, position) => {
  const positions = documentPositions(blocksOf('one\ntwo\n\nsix'));
  expect(positions.toDocument(offset)).toBe(position);
  expect(positions.toText(position)).toBe(offset);
});

test('a position inside a line break is the end of the block before it; borders belong to the later block', () => {
  const positions = documentPositions(blocksOf('one\r\ntwo'));
  expect(positions.toDocument(4)).toBe(positions.toDocument(3));
  expect(positions.toDocument(5)).toBe(6);
  expect(positions.toText(5)).toBe(5);
  expect(positions.toText(0)).toBe(0);
  expect(positions.toText(99)).toBe(8);
});

test('every offset of every block comes back', () => {
  const text = fc.array(fc.constantFrom('a', ' ', '👍', '\n', '\r\n', '\r')).map((s) => s.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const blocks = blocksOf(written);
      const { toDocument, toText } = documentPositions(blocks);
      let last = -1;
      for (const { start, end } of blocks)
        for (let offset = start; offset <= end; offset++) {
          const position = toDocument(offset);
          expect(toText(position)).toBe(offset);
          expect(position).toBeGreaterThan(last);
          last = position;
        }
    }),
  );
});
