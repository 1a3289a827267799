import { expect, test } from '@jest/globals';
import { confusionSums } from '@/lib/agreement/panel/confusion-sums';
import { selectedFrom } from '@/tests/builders/some-statistics';

const selected = selectedFrom(
  { ada: ['x 0-5', 'x 10-15'], ben: ['x 0-5', 'y 10-15'], cleo: [] },
  { ben: ['x 10-15'], ada: ['y 10-15', 'y 20-25'] },
);

test('what met what is added up over pairs and articles, whoever said it first', () => {
  expect(confusionSums(selected)).toEqual([
    { row: 'x', column: 'x', count: 1 },
    { row: 'x', column: 'y', count: 2 },
    { row: 'x', column: null, count: 3 },
    { row: 'y', column: null, count: 2 },
  ]);
});

test('one label, and the chosen annotators alone', () => {
  expect(confusionSums(selected, 'y').map(({ row, column }) => [row, column])).toEqual([
    ['x', 'y'],
    ['y', null],
  ]);
  const two = selected.map((article) => ({ ...article, chosen: [0, 1] }));
  expect(confusionSums(two)).toEqual([
    { row: 'x', column: 'x', count: 1 },
    { row: 'x', column: 'y', count: 2 },
    { row: 'y', column: null, count: 1 },
  ]);
});
