import { expect, test } from '@jest/globals';
import { decoration } from '@/lib/article/cleanup/decoration';
import { cleaned } from '@/tests/builders/cleaned';

test.each([
  ['-----\na\n* * *\nb\n═══', '\na\n\nb\n'],
  ['--\n- a\n...\n—\nf***', '--\n- a\n...\n—\nf***'],
])('%j becomes %j', (text, clean) => {
  expect(cleaned(decoration, text)).toBe(clean);
});
