import { expect, test } from '@jest/globals';
import { findStatistics } from '@/lib/agreement/statistics/statistics-store';
import { takeStatistics } from '@/lib/agreement/statistics/take-statistics';
import { db } from '@/lib/db';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { twoReaders } from '@/tests/builders/two-readers';

test('positions and lengths are code points, whatever the text has in it', async () => {
  const { projectId, ada, ben, marks } = await twoReaders();
  const text = '😀👨‍👩‍👧‍👦 The failed gamble.\nسلام 😀';
  await aReadArticle(
    projectId,
    [
      [ada, [['loaded_framing', 'failed gamble']]],
      [ben, [['loaded_framing', 'gamble']]],
    ],
    { text },
  );
  const [kept] = await takeStatistics(await marks());
  expect(kept?.statistics).toMatchObject({
    length: Array.from(text).length,
    annotators: [ada.userId, ben.userId],
    submitted: [true, true],
    labels: ['', 'loaded_framing'],
    divided: [{ start: 13, end: 26, stands: [0, 1] }],
  });
  expect(kept?.statistics.shared.slice(0, 1)).toEqual([6]);
  expect(await findStatistics(db(), [kept?.articleId ?? ''])).toEqual([kept]);
});
