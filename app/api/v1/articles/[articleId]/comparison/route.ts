import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { comparisonQuery, comparisonView } from '@/lib/agreement/comparison-view';
import { computeComparison } from '@/lib/agreement/compute-comparison';

export const GET = respond(
  {
    summary: 'Compare the layers of an article: where they agree, and how they differ',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: comparisonQuery,
    answer: comparisonView,
  },
  ({ viewer, params, query, request }) =>
    computeComparison(viewer, params.articleId, query, request.signal),
);
