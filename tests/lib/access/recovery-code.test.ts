import { expect, test } from '@jest/globals';
import { mintRecoveryCodes, recoveryHash } from '@/lib/access/recovery-code';

test('ten codes, all different, easy to copy by hand, of more than 128 bits', () => {
  const codes = mintRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes)
    expect(code).toMatch(/^[a-hj-km-np-tv-z2-9]{4}(?:-[a-hj-km-np-tv-z2-9]{4}){6}$/);
  // Thirty characters to choose from, 28 times.
  expect(28 * Math.log2(30)).toBeGreaterThan(128);
});

test('the same code however it is typed, and no other', () => {
  const hash = recoveryHash('abcd-efgh-jkmn-pqrs');
  expect(recoveryHash(' ABCD EFGH jkmnpqrs ')).toBe(hash);
  expect(recoveryHash('abcd-efgh-jkmn-pqrt')).not.toBe(hash);
  expect(hash).not.toContain('abcd');
});
