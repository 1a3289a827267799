import { decisionLogQuery } from '@/lib/adjudication/decision-log/decision-log';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { searchDecisions } from '@/lib/adjudication/decision-log/search-decisions';
import { decisionListing } from '@/lib/adjudication/decision/decision-view';

export const GET = respond(
  {
    summary:
      'Search the decision log of a project: current decisions by people, unless filters say otherwise',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: decisionLogQuery,
    answer: decisionListing,
  },
  ({ viewer, params: { projectId }, query }) => searchDecisions(viewer, projectId, query),
);
