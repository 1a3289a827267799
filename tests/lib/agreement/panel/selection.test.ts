import { expect, test } from '@jest/globals';
import type { LayerFilter } from '@/lib/agreement/panel/selection';
import { selectLayers, selectArticles } from '@/lib/agreement/panel/selection';
import { someStatistics } from '@/tests/builders/some-statistics';

const statistics = someStatistics({ ada: ['x 0-5'], ben: [], cleo: ['x 0-5'] });
statistics.submitted = [true, true, false];

test.each<[LayerFilter, number[] | undefined]>([
  [{}, [0, 1, 2]],
  [{ analysts: ['ada', 'cleo', 'dan'] }, [0, 2]],
  [{ analysts: ['ada'] }, undefined],
  [{ layers: ['layer of ben', 'layer of cleo'] }, [1, 2]],
  [{ submittedOnly: true }, [0, 1]],
  [{ submittedOnly: true, analysts: ['ada', 'cleo'] }, undefined],
  [{ from: '2026-03-05', to: '2026-03-05' }, [0, 1, 2]],
  [{ from: '2026-03-06' }, undefined],
  [{ to: '2026-03-04' }, undefined],
])('%p chooses %p', (choice, chosen) => {
  expect(selectLayers(statistics, choice)?.chosen).toEqual(chosen);
});

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
