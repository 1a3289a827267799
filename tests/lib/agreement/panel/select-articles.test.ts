import { expect, test } from '@jest/globals';
import { selectArticles } from '@/lib/agreement/panel/select-articles';
import { someStatistics } from '@/tests/builders/some-statistics';

test('keeps the places of those that are left', () => {
  const all = [
    someStatistics({ ada: [], ben: [] }),
    someStatistics({ ada: [], cleo: [] }),
    someStatistics({ ben: [], ada: [] }),
  ];
  const { selected, indices } = selectArticles(all, { analysts: ['ada', 'ben'] });
  expect(indices).toEqual([0, 2]);
  expect(selected.map(({ chosen }) => chosen)).toEqual([
    [0, 1],
    [0, 1],
  ]);
});
