import { listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { readAdjudicationOverview } from '@/lib/adjudication/overview/read-adjudication-overview';
import { adjudicationOverview } from '@/lib/adjudication/overview/adjudication-overview';

export const GET = respond(
  {
    summary: 'Read the adjudication progress of the articles of a project',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: listingQuery,
    answer: adjudicationOverview,
  },
  ({ viewer, params, query }) => readAdjudicationOverview(viewer, params.projectId, query),
);
