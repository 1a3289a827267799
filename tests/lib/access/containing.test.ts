import { expect, test } from '@jest/globals';
import { containing, soughtText } from '@/lib/access/containing';

test.each([
  ['plain', 'plain'],
  ['100%', '100\\%'],
  ['a_b', 'a\\_b'],
  ['back\\slash', 'back\\\\slash'],
  ['', ''],
])('%j is looked for as %j', (sought, pattern) => {
  expect(containing(sought)).toEqual({ contains: pattern, mode: 'insensitive' });
});

test.each(['\u0000', 'a\ud800', 'x'.repeat(201)])('%j is not looked for', (sought) => {
  expect(soughtText.safeParse(sought).success).toBe(false);
});

test('space around it does not count', () => {
  expect(soughtText.parse('  two words ')).toBe('two words');
});
