import { expect, test } from '@jest/globals';
import { refreshStatistics } from '@/lib/agreement/statistics/refresh-statistics';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { twoReaders } from '@/tests/builders/two-readers';

test('only what has changed is made anew', async () => {
  const { projectId, ada, ben, marks } = await twoReaders();
  const read = () =>
    aReadArticle(projectId, [
      [ada, [['loaded_framing', 'failed']]],
      [ben, []],
    ]);
  await read();
  const heard: string[] = [];
  const onProgress = ({ done, total }: { done: number; total: number }) =>
    heard.push(`${done}/${total}`);
  await refreshStatistics(await marks(), { onProgress });
  expect(heard).toEqual(['0/1', '1/1']);
  await read();
  await refreshStatistics(await marks(), { onProgress });
  expect(heard.slice(2)).toEqual(['1/2', '2/2']);
  await refreshStatistics(await marks(), { onProgress });
  expect(heard.slice(4)).toEqual(['2/2']);
  expect((await marks()).every(({ isKept }) => isKept)).toBe(true);
});

test('who has waited long enough may end it; what was made is kept', async () => {
  const { projectId, ada, ben, marks } = await twoReaders();
  await aReadArticle(projectId, [
    [ada, []],
    [ben, []],
  ]);
  const aborted = refreshStatistics(await marks(), { signal: AbortSignal.abort() });
  await expect(aborted).rejects.toThrow();
  expect((await marks())[0]?.isKept).toBe(false);
});
