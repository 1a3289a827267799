import { expect, test } from '@jest/globals';
import { totpCode, totpStep, totpUri } from '@/lib/access/totp';

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
