import type { StaleArticle } from '@/lib/agreement/statistics/article-statistics';
import { afterEach, expect, test } from '@jest/globals';
import { provideComputing } from '@/lib/compute/compute';
import { refreshStatistics } from '@/lib/agreement/statistics/refresh-statistics';
import { Refusal } from '@/lib/refusal';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { twoAnalysts } from '@/tests/builders/two-analysts';

afterEach(() => provideComputing(null));

test('only what has changed is made anew', async () => {
  const { projectId, ada, ben, annotations: marks } = await twoAnalysts();
  const read = () =>
    aReadArticle(projectId, [
      [ada, [['loaded_framing', 'failed']]],
      [ben, []],
    ]);
  await read();
  const progress: string[] = [];
  const onProgress = ({ done, total }: { done: number; total: number }) =>
    progress.push(`${done}/${total}`);
  await refreshStatistics(await marks(), { onProgress });
  expect(progress).toEqual(['0/1', '1/1']);
  await read();
  await refreshStatistics(await marks(), { onProgress });
  expect(progress.slice(2)).toEqual(['1/2', '2/2']);
  await refreshStatistics(await marks(), { onProgress });
  expect(progress.slice(4)).toEqual(['2/2']);
  expect((await marks()).every(({ isUpToDate }) => isUpToDate)).toBe(true);
});

test('it can be aborted, and what was computed stays stored', async () => {
  const { projectId, ada, ben, annotations: marks } = await twoAnalysts();
  await aReadArticle(projectId, [
    [ada, []],
    [ben, []],
  ]);
  const aborted = refreshStatistics(await marks(), { signal: AbortSignal.abort() });
  await expect(aborted).rejects.toThrow();
  expect((await marks())[0]?.isUpToDate).toBe(false);
});

test('an article that is too much is named, and those before it are made', async () => {
  const { projectId, ada, ben, annotations: marks } = await twoAnalysts();
  const read = (title: string) =>
    aReadArticle(
      projectId,
      [
        [ada, []],
        [ben, []],
      ],
      { title },
    );
  await read('A first one');
  const { articleId } = await read('Nested');
  provideComputing({
    run: async (computation, input, options) => {
      const isTooMuch = (input as StaleArticle[]).some((one) => one.articleId === articleId);
      if (isTooMuch) throw new Refusal('costly', 'It takes longer than 60 seconds.');
      return computation.run(input, options);
    },
    figures: () => {
      throw new Error('Nobody asks for them.');
    },
  });
  await expect(refreshStatistics(await marks())).rejects.toMatchObject({
    reason: 'costly',
    message:
      'The article “Nested” has too many annotations to be calculated. It takes longer than 60 seconds.',
    faults: [{ path: 'articles', message: `“Nested” (${articleId})` }],
  });
  expect((await marks()).map(({ title, isUpToDate }) => [title, isUpToDate])).toEqual([
    ['A first one', true],
    ['Nested', false],
  ]);
});
