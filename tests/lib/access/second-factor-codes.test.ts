import { describe, expect, test } from '@jest/globals';
import {
  mintRecoveryCodes,
  recoveryHash,
  totpCode,
  totpStep,
  totpUri,
} from '@/lib/access/second-factor-codes';

describe('totp', () => {
  /** “12345678901234567890” of RFC 6238, appendix B, in Base32. */
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  test.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
  ])('at %d seconds the code of RFC 6238 is %s, of step %d', (seconds, code, step) => {
    const now = new Date(seconds * 1000);
    expect(totpCode(secret, now)).toBe(code);
    expect(totpStep(secret, code, now)).toBe(step);
  });

  test('the steps before and after count too, by their own numbers, and no others', () => {
    const now = new Date(1111111109 * 1000);
    const at = (steps: number) => totpCode(secret, new Date(now.getTime() + steps * 30_000));
    expect([-2, -1, 0, 1, 2].map((steps) => totpStep(secret, at(steps), now))).toEqual([
      null,
      37037035,
      37037036,
      37037037,
      null,
    ]);
    for (const wrong of ['', '12345', '1234567', 'abcdef'])
      expect(totpStep(secret, wrong, now)).toBeNull();
  });

  test('an app reads whose it is', () => {
    expect(totpUri(secret, 'ada@example.org')).toBe(
      `otpauth://totp/Parallax:ada%40example.org?issuer=Parallax&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe('recovery code', () => {
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
});
