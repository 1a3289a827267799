import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { changesView, whoseQuery } from '@/lib/adjudication/changes/changes-view';
import { computeChangesView } from '@/lib/adjudication/compute-adjudication';
import { offsetUnits } from '@/lib/article/code-points';

export const GET = respond(
  {
    summary:
      'Read what adjudication changed in your annotations of an article, and why; for managers, in another analyst’s',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: whoseQuery.extend({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: changesView,
  },
  ({ viewer, params: { articleId }, query, request }) =>
    computeChangesView(viewer, articleId, query, request.signal),
);
