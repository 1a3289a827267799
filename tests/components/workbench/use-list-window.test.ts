import { windowOf } from '@/components/workbench/use-list-window';

test.each([
  ['the beginning', 1000, 0, 700, { first: 0, last: 20 }],
  ['above the list', 1000, -7000, -6300, { first: 0, last: 10 }],
  ['the middle', 1000, 7000, 7700, { first: 90, last: 120 }],
  ['the end', 100, 6800, 7500, { first: 87, last: 100 }],
  ['a short list', 3, 0, 700, { first: 0, last: 3 }],
  ['no rows', 0, 0, 700, { first: 0, last: 0 }],
])('%s', (_, count, from, to, rows) => {
  expect(windowOf(count, 70, from, to)).toEqual(rows);
});
