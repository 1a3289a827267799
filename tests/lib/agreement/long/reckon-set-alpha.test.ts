import { expect, test } from '@jest/globals';
import { reckonSetAlpha } from '@/lib/agreement/long/reckon-set-alpha';
import { findArticleMarks } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';

async function anEmojiArticle() {
  const { projectId, owner } = await aProject();
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const text = '😀 The failed gamble cost jobs. Nobody knows why.';
  await aReadArticle(
    projectId,
    [
      [
        ada,
        [
          ['loaded_framing', 'failed gamble'],
          ['unsupported_claim', 'Nobody knows'],
        ],
      ],
      [ben, [['loaded_framing', 'gamble']]],
    ],
    { text },
  );
  return { ada, ben, articles: await findArticleMarks(db(), projectId, owner.userId) };
}

test.each([
  ['character', 3],
  ['token', 3],
  ['sentence', 3],
] as const)('α over every %s', async (item, n) => {
  const { articles } = await anEmojiArticle();
  const heard: number[] = [];
  const request = { articles, choice: {}, label: null, item, distance: 'jaccard' } as const;
  const figure = await reckonSetAlpha(request, { onProgress: ({ done }) => heard.push(done) });
  expect(figure).toMatchObject({
    articles: 1,
    n,
    coders: 2,
    reason: null,
    interval: null,
    intervalReason: expect.stringMatching(/too few/),
  });
  expect(heard).toEqual([1]);
  expect(figure.value).toBeLessThan(1);
  expect(figure.value).toBeGreaterThan(-0.5);
});

test('one label alone, sentences, is agreed upon; nothing chosen is not defined', async () => {
  const { ada, articles } = await anEmojiArticle();
  const request = {
    articles,
    choice: {},
    label: 'loaded_framing',
    item: 'sentence',
    distance: 'masi',
  } as const;
  expect((await reckonSetAlpha(request)).value).toBe(1);
  expect(await reckonSetAlpha({ ...request, choice: { analysts: [ada.userId] } })).toMatchObject({
    articles: 0,
    value: null,
    reason: expect.any(String),
  });
});
