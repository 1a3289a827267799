import { expect, test } from '@jest/globals';
import { deviceOf } from '@/lib/access/device';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Chrome on Linux',
  ],
  ['curl/8.5.0', 'curl'],
  ['python-requests/2.32', 'python-requests'],
  ['Mozilla/5.0', ''],
  ['', ''],
  [null, ''],
  ['\u0000', ''],
])('%j is %j', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words);
});

test('a long one is cut', () => {
  expect(deviceOf('x'.repeat(10_000)).length).toBeLessThanOrEqual(80);
});
