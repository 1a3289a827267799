import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { mergeInput, mergeView } from '@/lib/adjudication/merge/merge-input';

export const POST = respond(
  {
    summary: 'Settle by rule what is not in dispute in an article, or say what a merge would do',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    body: mergeInput,
    answer: mergeView,
    status: 201,
  },
  async ({ viewer, params, body }) =>
    reply(await mergeArticle(viewer, params.articleId, body), {
      status: body.preview ? 200 : 201,
    }),
);
