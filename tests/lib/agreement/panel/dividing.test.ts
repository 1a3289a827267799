import { expect, test } from '@jest/globals';
import { dividingArticles, dividingPassages, quotePassages } from '@/lib/agreement/panel/dividing';
import { selectedFrom } from '@/tests/builders/some-statistics';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

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

test.each([
  ['code-point', 2, 5],
  ['utf-16', 3, 6],
] as const)('passages are given in %s, with their quotes', async (unit, start, end) => {
  const { projectId } = await aProject();
  const { revisionId } = await anArticle(projectId, { text: '😀 Oh no.' });
  const passages = [
    { at: 0, start: 2, end: 5, division: 1 },
    { at: 7, start: 0, end: 1, division: 1 },
  ];
  const found = await quotePassages(passages, (at) => (at === 0 ? revisionId : undefined), unit);
  expect(found).toEqual([{ at: 0, start, end, quote: 'Oh ', division: 1 }]);
});
