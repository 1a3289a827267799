import { expect, test } from '@jest/globals';
import { parse } from 'content-disposition';
import { attachment } from '@/lib/interchange/attachment';

test.each([
  ['Plain', 'Plain', null],
  ['Über “Bias”', 'Uber _Bias_', '%C3%9Cber%20%E2%80%9CBias%E2%80%9D'],
  ['a/b\\c:d"e', 'a b c d e', null],
  ["it's (so) 100%;", "it's (so) 100__", 'it%27s%20%28so%29%20100%25%3B'],
  ['..hidden', 'hidden', null],
  ['line\r\nX-Header: x', 'line X-Header x', null],
  ['\u202etxt', 'txt', null],
  ['', 'annotations', null],
  ['😀', '_', '%F0%9F%98%80'],
])('%j', (title, ascii, full) => {
  const written = attachment(title, 'csv');
  const { type, parameters } = parse(written, { extended: false });
  expect(type).toBe('attachment');
  expect(parameters).toEqual({
    filename: `${ascii}.csv`,
    ...(full !== null && { 'filename*': `UTF-8''${full}.csv` }),
  });
});

test('a long title is cut between characters', () => {
  const { parameters } = parse(attachment('😀'.repeat(500), 'csv'));
  expect(parameters.filename).toBe(`${'😀'.repeat(120)}.csv`);
});
