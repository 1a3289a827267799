import { expect, test } from '@jest/globals';
import { pageLinesOf } from '@/lib/article/cleanup/page-lines';

test('parts lines by any line end, and pages by form feeds', () => {
  const text = 'Head 12\r\n\f  a\u2028Page 2 of 3';
  const lines = pageLinesOf(text);
  expect(lines.map((line) => [line.text, line.shape, line.page])).toEqual([
    ['Head 12', 'Head #', 0],
    ['', '', 0],
    ['a', 'a', 1],
    ['Page 2 of 3', 'Page # of #', 1],
  ]);
  expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
});

test('a long line has no shape', () => {
  expect(pageLinesOf('x'.repeat(300))).toMatchObject([{ shape: '', end: 300 }]);
});
