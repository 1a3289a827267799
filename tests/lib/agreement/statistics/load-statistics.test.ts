import { expect, test } from '@jest/globals';
import { loadStatistics } from '@/lib/agreement/statistics/load-statistics';
import { computeStatistics } from '@/lib/agreement/statistics/compute-statistics';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { twoAnalysts } from '@/tests/builders/two-analysts';

test('they are loaded in the order asked, and made where they are not there', async () => {
  const { projectId, ada, ben, annotations: marks } = await twoAnalysts();
  const read = (label: string) =>
    aReadArticle(projectId, [
      [ada, [[label, 'failed']]],
      [ben, []],
    ]);
  await read('loaded_framing');
  await read('unsupported_claim');
  const found = await marks();
  await computeStatistics(found.slice(0, 1));
  const labels = async () => (await loadStatistics(found.toReversed())).map((one) => one.labels[1]);
  expect(new Set(await labels())).toEqual(new Set(['loaded_framing', 'unsupported_claim']));
  expect(await loadStatistics(found.toReversed())).toEqual(
    (await loadStatistics(found)).toReversed(),
  );
});
