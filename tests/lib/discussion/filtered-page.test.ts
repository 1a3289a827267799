import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filteredPage } from '@/lib/discussion/filtered-page';

const from =
  (rows: number[], asked: number[] = []) =>
  (after: number | null, most: number) => {
    asked.push(most);
    return Promise.resolve(rows.filter((row) => after === null || row > after).slice(0, most));
  };
const even = (row: number) => (row % 2 === 0 ? row : null);

test('returns the requested number of visible items, and reads no further', async () => {
  const rows = [...Array(500).keys()];
  const asked: number[] = [];
  const matching = await filteredPage(3, from(rows, asked), (row) => (row > 120 ? row : null));
  expect(matching.map(({ item }) => item)).toEqual([121, 122, 123]);
  expect(asked).toHaveLength(3);
});

test('equals filtering everything and taking the first', async () => {
  const sorted = fc.uniqueArray(fc.nat(400)).map((rows) => rows.sort((a, b) => a - b));
  await fc.assert(
    fc.asyncProperty(sorted, fc.integer({ min: 1, max: 70 }), async (rows, most) => {
      const matching = await filteredPage(most, from(rows), even);
      expect(matching.map(({ row }) => row)).toEqual(
        rows.filter((row) => row % 2 === 0).slice(0, most),
      );
    }),
  );
});
