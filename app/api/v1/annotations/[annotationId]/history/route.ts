import { listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { annotationId } from '@/lib/annotation/annotation';
import { historyView } from '@/lib/annotation/history';
import { readHistory } from '@/lib/annotation/read-history';
import { offsetUnits } from '@/lib/article/code-points';

export const GET = respond(
  {
    summary: 'Read every version of an annotation: content, author and time',
    who: 'known',
    params: z.object({ annotationId }),
    query: listingQuery.extend({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: historyView,
  },
  ({ viewer, params, query }) => readHistory(viewer, params.annotationId, query),
);
