import { expect, test } from '@jest/globals';
import { dividingArticles, dividingPassages } from '@/lib/agreement/panel/dividing';
import { selectedFrom } from '@/tests/builders/some-statistics';

const selected = selectedFrom(
  { ada: ['x 0-10', 'x 20-25'], ben: ['x 0-10', 'x 20-24'] },
  { ada: ['x 0-10'], ben: ['x 0-10'] },
  { ada: ['x 0-10'], ben: ['y 0-10'], cleo: ['y 0-10'] },
);

test('articles, the most divided first; those on which all agree not at all', () => {
  expect(dividingArticles(selected, 5)).toEqual([
    { at: 2, same: 1, differing: 2, division: 2 / 3 },
    { at: 0, same: 1, differing: 1, division: 1 / 2 },
  ]);
  expect(dividingArticles(selected, 1)).toHaveLength(1);
});

test('passages, the most divided first, of the chosen annotators', () => {
  expect(dividingPassages(selected, 5)).toEqual([
    { at: 0, start: 20, end: 25, division: 1 },
    { at: 2, start: 0, end: 10, division: 2 / 3 },
  ]);
  const alike = selected.map((article, at) =>
    at === 2 ? { ...article, chosen: [1, 2] } : article,
  );
  expect(dividingPassages(alike, 5).map(({ at }) => at)).toEqual([0]);
});
