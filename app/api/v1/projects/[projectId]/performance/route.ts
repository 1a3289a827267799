import { computePerformance } from '@/lib/calibration/read-analyst-performance';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { performanceQuery, analystPerformanceListing } from '@/lib/calibration/analyst-performance';

export const GET = respond(
  {
    summary: 'Read your agreement with the consensus; for managers, every analyst’s',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: performanceQuery,
    answer: analystPerformanceListing,
  },
  ({ viewer, params, query, request }) =>
    computePerformance(viewer, params.projectId, query, request.signal),
);
