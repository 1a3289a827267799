import { expect, test } from '@jest/globals';
import { isSafeAddress } from '@/components/codebook/safe-address';

test.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['mailto:ada@example.org', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//example.org', false],
  ['/projects', false],
  ['https://', false],
  ['https://a b', false],
  ['mailto:nobody', false],
  ['', false],
  [null, false],
  [undefined, false],
])('%j: %j', (address, isSafe) => {
  expect(isSafeAddress(address)).toBe(isSafe);
});
