import { expect, test } from '@jest/globals';
import { computeSetAlpha } from '@/lib/agreement/on-demand/compute-set-alpha';
import { anEmojiArticle } from '@/tests/builders/an-emoji-article';

test.each([
  ['character', 3],
  ['token', 3],
  ['sentence', 3],
] as const)('α over every %s', async (item, n) => {
  const { articles } = await anEmojiArticle();
  const progress: number[] = [];
  const request = { articles, choice: {}, label: null, item, distance: 'jaccard' } as const;
  const figure = await computeSetAlpha(request, { onProgress: ({ done }) => progress.push(done) });
  expect(figure).toMatchObject({
    articles: 1,
    n,
    coders: 2,
    reason: null,
    interval: null,
    intervalReason: expect.stringMatching(/too few/),
  });
  expect(progress).toEqual([1]);
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
  expect((await computeSetAlpha(request)).value).toBe(1);
  expect(await computeSetAlpha({ ...request, choice: { analysts: [ada.userId] } })).toMatchObject({
    articles: 0,
    value: null,
    reason: expect.any(String),
  });
});
