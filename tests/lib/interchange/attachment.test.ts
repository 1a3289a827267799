import { expect, test } from '@jest/globals';
import { attachment } from '@/lib/interchange/attachment';

test.each([
  ['Plain', 'Plain', 'Plain'],
  ['Über “Bias”', 'Uber _Bias_', '%C3%9Cber%20%E2%80%9CBias%E2%80%9D'],
  ['a/b\\c:d"e', 'a b c d e', 'a%20b%20c%20d%20e'],
  ["it's (so) 100%;", "it's (so) 100__", 'it%27s%20%28so%29%20100%25%3B'],
  ['..hidden', 'hidden', 'hidden'],
  ['line\r\nX-Header: x', 'line X-Header x', 'line%20X-Header%20x'],
  ['\u202etxt', 'txt', 'txt'],
  ['', 'annotations', 'annotations'],
  ['😀', '_', '%F0%9F%98%80'],
])('%j', (title, ascii, full) => {
  expect(attachment(title, 'csv')).toBe(
    `attachment; filename="${ascii}.csv"; filename*=UTF-8''${full}.csv`,
  );
});

test('a long title is cut between characters', () => {
  const name = attachment('😀'.repeat(500), 'csv');
  expect(decodeURIComponent(name.split("''")[1] ?? '')).toBe(`${'😀'.repeat(120)}.csv`);
});
