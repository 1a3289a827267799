import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from '@/lib/article/blocks';

const read = (text: string) => blocksOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['', ['']],
  ['one', ['one']],
  ['one\ntwo', ['one', 'two']],
  ['one\n\ntwo\n', ['one', '', 'two', '']],
  ['one\r\ntwo\r\n', ['one', 'two', '']],
  ['one\rtwo\r\r\nthree', ['one', 'two', '', 'three']],
  ['\n\r', ['', '', '']],
])('reads the blocks of %j', (text, blocks) => {
  expect(read(text)).toEqual(blocks);
});

test('blocks are what stands between line ends', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '😀', '\n', '\r', ' ')), (pieces) => {
      const text = pieces.join('');
      expect(read(text)).toEqual(text.split(/\r\n|\n|\r/));
    }),
  );
});

test('takes time in proportion, also where one return comes first', () => {
  expect(blocksOf(`\r${'x\n'.repeat(500_000)}`)).toHaveLength(500_002);
});
