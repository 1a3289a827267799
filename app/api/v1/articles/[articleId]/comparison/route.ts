import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { comparisonQuery, comparisonView } from '@/lib/agreement/comparison-view';
import { computeComparison } from '@/lib/agreement/compute-comparison';

export const GET = respond(
  {
    summary: 'Compare the layers over an article: where they meet, and how they part',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: comparisonQuery,
    answer: comparisonView,
  },
  ({ viewer, params, query, request }) =>
    computeComparison(viewer, params.articleId, query, request.signal),
);
