import { expect, test } from '@jest/globals';
import {
  LabelIndex,
  annotatedArticles,
  onDemandFigure,
} from '@/lib/agreement/on-demand/annotated-articles';
import { anEmojiArticle } from '@/tests/builders/an-emoji-article';

async function listed<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('articles come with their words, or in code points', async () => {
  const { ada, ben, articles } = await anEmojiArticle();
  const labelIndex = new LabelIndex();
  const [character] = await listed(
    annotatedArticles({ articles, choice: {}, label: null, item: 'character' }, labelIndex),
  );
  expect(character?.articles[0]).toMatchObject({
    coders: [ada.userId, ben.userId],
    document: {
      annotators: 2,
      length: 48,
      units: [
        { begin: 6, end: 19 },
        { begin: 31, end: 43 },
        { begin: 13, end: 19 },
      ],
    },
  });
  expect(labelIndex.labels).toEqual(['loaded_framing', 'unsupported_claim']);
  const [token] = await listed(
    annotatedArticles({ articles, choice: {}, label: null, item: 'token' }, new LabelIndex()),
  );
  expect(token?.articles[0]?.stretches[0]).toEqual([3, 6]);
});

test('gives its source, and nothing that is unknown', () => {
  const input = { articles: 2, n: 9, coders: new Set(['a', 'b']) };
  expect(onDemandFigure({ value: null, reason: 'why' }, input, { method: 'How.' })).toEqual({
    value: null,
    reason: 'why',
    articles: 2,
    n: 9,
    coders: 2,
    interval: null,
    intervalReason: null,
    method: 'How.',
    beside: [],
  });
});
