import type { Viewer } from '@/lib/access/viewer';
import { isSmallProject } from '@/lib/annotation/workload';
import type { Computation } from '@/lib/compute/computation';
import { compute } from '@/lib/compute/compute';
import type { AnalystPerformanceListing, PerformanceQuery } from './analyst-performance';
import { readAnalystPerformance } from './read-analyst-performance';

/** How far people agree with the consensus. */
export const performanceComputation: Computation<
  { viewer: Viewer; projectId: string; query: PerformanceQuery },
  AnalystPerformanceListing
> = {
  name: 'calibration/performance',
  subject: 'Comparing these layers with the consensus',
  advice: 'Ask for one person.',
  maxMilliseconds: 60_000,
  run: ({ viewer, projectId, query }) => readAnalystPerformance(viewer, projectId, query),
};

/** `readAnalystPerformance`, in the pool where the project has many annotations. */
export async function computePerformance(
  viewer: Viewer,
  projectId: string,
  query: PerformanceQuery,
  signal?: AbortSignal,
): Promise<AnalystPerformanceListing> {
  return compute(
    performanceComputation,
    { viewer, projectId, query },
    {
      userId: viewer.userId,
      isSmall: await isSmallProject(projectId),
      ...(signal && { signal }),
    },
  );
}
