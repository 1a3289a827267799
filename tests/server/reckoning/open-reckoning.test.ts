import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reckoner, reckonerHere } from '@/lib/agreement/reckoner';
import type { Progress } from '@/lib/agreement/statistics/progress';
import { findArticleMarks } from '@/lib/agreement/statistics/statistics-store';
import type { ArticleMark } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { openReckoning } from '@/server/reckoning/open-reckoning';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

let articles: ArticleMark[];
let close: () => Promise<void>;

beforeAll(async () => {
  const { projectId, owner } = await aProject();
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  for (const title of ['A', 'B'])
    await aReadArticle(
      projectId,
      [
        [ada, [['loaded_framing', 'failed']]],
        [ben, [['loaded_framing', 'failed gamble']]],
      ],
      { title },
    );
  articles = await findArticleMarks(db(), projectId, owner.userId);
  close = openReckoning();
});

afterAll(() => close());

describe('a pool of threads', () => {
  it('reckons as this thread does, and keeps what it made', async () => {
    expect(reckoner()).not.toBe(reckonerHere);
    expect(await reckoner().takeStatistics(articles)).toBeNull();
    const request = { articles, choice: {}, label: null };
    expect(await reckoner().panel(request)).toEqual(await reckonerHere.panel(request));
    expect(await reckoner().choices(articles)).toEqual(await reckonerHere.choices(articles));
  });

  it('tells how far it has come, and can be ended', async () => {
    const heard: Progress[] = [];
    const request = {
      articles,
      choice: {},
      label: null,
      item: 'token',
      distance: 'jaccard',
    } as const;
    const figure = await reckoner().setAlpha(request, { onProgress: (at) => heard.push(at) });
    expect(figure).toMatchObject({ articles: 2, n: 4, coders: 2, value: expect.any(Number) });
    expect(heard).toEqual([{ done: 2, total: 2 }]);
    await expect(reckoner().setAlpha(request, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect((await reckoner().setAlpha(request)).value).toBe(figure.value);
  });
});
