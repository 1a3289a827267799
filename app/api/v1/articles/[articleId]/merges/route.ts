import { listingQuery } from '@/lib/page';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { listMerges } from '@/lib/adjudication/merge/list-merges';
import { computeMerge } from '@/lib/adjudication/compute-adjudication';
import { mergeInput, mergeListing, mergeView } from '@/lib/adjudication/merge/merge-input';

const params = z.object({ articleId: z.uuid() });

export const GET = respond(
  {
    summary: 'List the merges that were run over an article, the latest first',
    who: 'known',
    params,
    query: listingQuery,
    answer: mergeListing,
  },
  ({ viewer, params: { articleId }, query }) => listMerges(viewer, articleId, query),
);

export const POST = respond(
  {
    summary: 'Settle by rule what is not in dispute in an article, or say what a merge would do',
    who: 'known',
    params,
    body: mergeInput,
    answer: mergeView,
    status: 201,
  },
  async ({ viewer, params: { articleId }, body }) =>
    reply(await computeMerge(viewer, articleId, body), {
      status: body.preview ? 200 : 201,
    }),
);
