import { expect, test } from '@jest/globals';
import { findStatistics } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { twoAnalysts } from '@/tests/builders/two-analysts';
import { loadStatistics, computeStatistics } from '@/lib/agreement/statistics/load-statistics';

test('positions and lengths are code points, whatever the text has in it', async () => {
  const { projectId, ada, ben, annotations: marks } = await twoAnalysts();
  const text = '😀👨‍👩‍👧‍👦 The failed gamble.\nسلام 😀';
  await aReadArticle(
    projectId,
    [
      [ada, [['loaded_framing', 'failed gamble']]],
      [ben, [['loaded_framing', 'gamble']]],
    ],
    { text },
  );
  const [stored] = await computeStatistics(await marks());
  expect(stored?.statistics).toMatchObject({
    length: Array.from(text).length,
    annotators: [ada.userId, ben.userId],
    submitted: [true, true],
    labels: ['', 'loaded_framing'],
    divided: [{ start: 13, end: 26, versions: [0, 1] }],
  });
  expect(stored?.statistics.shared.slice(0, 1)).toEqual([6]);
  expect(await findStatistics(db(), [stored?.articleId ?? ''])).toEqual([stored]);
});

test('they are loaded in the order requested, and computed where missing', async () => {
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
