import { expect, test } from '@jest/globals';
import type { LayerFilter } from '@/lib/agreement/panel/selection';
import { selectLayers } from '@/lib/agreement/panel/selection';
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
