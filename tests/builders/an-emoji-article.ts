import { aReadArticle } from './a-read-article';
import type { TwoAnalysts } from './two-analysts';
import { twoAnalysts } from './two-analysts';

/**
 * An article that begins with an emoji, annotated by two: one annotation that both have in part,
 * and one of one analyst alone.
 */
export async function anEmojiArticle(): Promise<
  TwoAnalysts & { articles: Awaited<ReturnType<TwoAnalysts['annotations']>> }
> {
  const readers = await twoAnalysts();
  const { projectId, ada, ben } = readers;
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
  return { ...readers, articles: await readers.annotations() };
}
