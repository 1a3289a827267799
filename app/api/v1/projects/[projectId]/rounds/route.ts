import { listRounds, openRound } from '@/lib/round/rounds';
import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { roundView } from '@/lib/round/round';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  {
    summary: 'List the discussion rounds of a project',
    who: 'known',
    params,
    query: listingQuery,
    answer: listingOf(roundView),
  },
  ({ viewer, params: { projectId }, query }) => listRounds(viewer, projectId, query),
);

export const POST = respond(
  {
    summary:
      'Open a discussion round: analysts who have submitted see the others’ annotations and may revise their own',
    who: 'known',
    params,
    answer: roundView,
    status: 201,
  },
  ({ viewer, params: { projectId } }) => openRound(viewer, projectId),
);
