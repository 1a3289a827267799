import { expect, test } from '@jest/globals';
import { containing, filterText } from '@/lib/access/filter-text';

test.each([
  ['plain', 'plain'],
  ['100%', '100\\%'],
  ['a_b', 'a\\_b'],
  ['back\\slash', 'back\\\\slash'],
  ['', ''],
])('%j is looked for as %j', (text, pattern) => {
  expect(containing(text)).toEqual({ contains: pattern, mode: 'insensitive' });
});

test.each(['\u0000', 'a\ud800', 'x'.repeat(201)])('%j is not looked for', (text) => {
  expect(filterText.safeParse(text).success).toBe(false);
});

test('space around it does not count', () => {
  expect(filterText.parse('  two words ')).toBe('two words');
});
