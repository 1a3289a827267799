import { expect, test } from '@jest/globals';
import { refreshStatistics } from '@/lib/agreement/statistics/refresh-statistics';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { twoAnalysts } from '@/tests/builders/two-analysts';

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

test('who has waited long enough may end it; what was made is kept', async () => {
  const { projectId, ada, ben, annotations: marks } = await twoAnalysts();
  await aReadArticle(projectId, [
    [ada, []],
    [ben, []],
  ]);
  const aborted = refreshStatistics(await marks(), { signal: AbortSignal.abort() });
  await expect(aborted).rejects.toThrow();
  expect((await marks())[0]?.isUpToDate).toBe(false);
});
