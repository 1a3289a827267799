import { listMerges } from '@/lib/adjudication/merge/merge-article';
import { mergeInput, mergeListing, mergeView } from '@/lib/adjudication/merge/merge';
import { listingQuery } from '@/lib/page';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { computeMerge } from '@/lib/adjudication/compute-adjudication';

const params = z.object({ articleId: z.uuid() });

export const GET = respond(
  {
    summary: 'List the merge runs of an article, latest first',
    who: 'known',
    params,
    query: listingQuery,
    answer: mergeListing,
  },
  ({ viewer, params: { articleId }, query }) => listMerges(viewer, articleId, query),
);

export const POST = respond(
  {
    summary: 'Merge an article by rule, or preview the result',
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
