import { describe, expect, test } from '@jest/globals';
import { parse } from 'content-disposition';
import { exportDownload, attachment, byteStream } from '@/lib/interchange/export-download';

describe('attachment', () => {
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
});

describe('byte stream', () => {
  function pieces(most: number) {
    let [made, ended] = [0, false];
    async function* make(): AsyncGenerator<Uint8Array, void> {
      try {
        while (made < most) yield await Promise.resolve(Buffer.from(`${made++} `));
      } finally {
        ended = true;
      }
    }
    return { source: make(), state: () => ({ made, ended }) };
  }

  test('gives every piece, none before it is asked for', async () => {
    const { source, state } = pieces(3);
    const stream = byteStream(source);
    await new Promise(setImmediate);
    expect(state()).toEqual({ made: 0, ended: false });
    expect(await new Response(stream).text()).toBe('0 1 2 ');
    expect(state()).toEqual({ made: 3, ended: true });
  });

  test('when the reader goes away, the making ends', async () => {
    const { source, state } = pieces(1_000_000);
    const reader = byteStream(source).getReader();
    await reader.read();
    await reader.cancel();
    expect(state().ended).toBe(true);
    expect(state().made).toBeLessThan(3);
  });
});

describe('export download', () => {
  test('is saved under its title, and never cached', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array, void> {
      yield await Promise.resolve(Buffer.from('a,b\r\n'));
    }
    const answer = exportDownload({ title: 'Über', format: 'csv', pieces: pieces() });
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%9Cber.csv");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toBe('a,b\r\n');
  });
});
