import { expect, test } from '@jest/globals';
import { lineEnds } from '@/lib/article/cleanup/line-ends';
import { cleaned } from '@/tests/builders/cleaned';

test.each([
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['a\u2028b\u2029c\u0085d\ve\ff', 'a\nb\nc\nd\ne\nf'],
  ['\ufeffa\u0000b', 'ab'],
  ['a\ufeffb', 'a\ufeffb'],
])('%j becomes %j', (text, clean) => {
  expect(cleaned(lineEnds, text)).toBe(clean);
});
