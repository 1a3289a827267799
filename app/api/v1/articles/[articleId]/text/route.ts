import { readText } from '@/lib/article/read-article';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

const answerType = 'text/plain; charset=utf-8';

export const GET = respond(
  {
    summary: 'Read the text of an article, to the character',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    answer: z.string(),
    answerType: 'text/plain',
  },
  async ({ viewer, params: { articleId } }) =>
    new Response(await readText(viewer, articleId), {
      headers: {
        'content-type': answerType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
);
