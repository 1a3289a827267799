import { expect, test } from '@jest/globals';
import { byPages } from '@/lib/interchange/by-pages';

test.each([0, 1, 499, 500, 501, 1000, 1234])(
  '%d rows come each once, in their order',
  async (count) => {
    const rows = [...Array(count).keys()];
    const read = (after: number | null, most: number) =>
      Promise.resolve(rows.filter((row) => after === null || row > after).slice(0, most));
    const got: number[] = [];
    for await (const row of byPages(read)) got.push(row);
    expect(got).toEqual(rows);
  },
);

test('no page is read before it is wanted', async () => {
  let pages = 0;
  const read = (_: number | null, most: number) => {
    pages++;
    return Promise.resolve(Array<number>(most).fill(0));
  };
  for await (const row of byPages(read)) {
    expect(row).toBe(0);
    break;
  }
  expect(pages).toBe(1);
});
