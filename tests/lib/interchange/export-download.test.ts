import { expect, test } from '@jest/globals';
import { exportDownload } from '@/lib/interchange/export-download';

test('is saved under its title, and never kept by a cache', async () => {
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    yield await Promise.resolve(Buffer.from('a,b\r\n'));
  }
  const answer = exportDownload({ title: 'Über', format: 'csv', pieces: pieces() });
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
  expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%9Cber.csv");
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe('a,b\r\n');
});
