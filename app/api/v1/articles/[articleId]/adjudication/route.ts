import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { computeAdjudicationWorkspace } from '@/lib/adjudication/compute-adjudication';
import { adjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { offsetUnits } from '@/lib/article/code-points';

export const GET = respond(
  {
    summary:
      'Read the adjudication workspace of an article: its units with their versions and decisions',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: z.object({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: adjudicationWorkspace,
  },
  ({ viewer, params, query, request }) =>
    computeAdjudicationWorkspace(viewer, params.articleId, query.offsetUnit, request.signal),
);
