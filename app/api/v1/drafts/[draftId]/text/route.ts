import { readDraftText } from '@/lib/article/read-draft';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { draftTextQuery } from '@/lib/article/article-draft';

export const GET = respond(
  {
    summary: 'Read the text of an article draft as stored, or the upload that it was made from',
    who: 'known',
    params: z.object({ draftId: z.uuid() }),
    query: draftTextQuery,
    answer: z.string(),
    answerType: 'text/plain',
  },
  async ({ viewer, params: { draftId }, query }) =>
    new Response(await readDraftText(viewer, draftId, query.of), {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
);
