import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { changedArticles, changesQuery } from '@/lib/adjudication/changes/changes-view';
import { computeChangedArticles } from '@/lib/adjudication/compute-adjudication';

export const GET = respond(
  {
    summary:
      'Count what adjudication changed in your annotations across a project; for managers, in another analyst’s',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: changesQuery,
    answer: changedArticles,
  },
  ({ viewer, params: { projectId }, query, request }) =>
    computeChangedArticles(viewer, projectId, query, request.signal),
);
