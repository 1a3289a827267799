import type { Viewer } from '@/lib/access/viewer';
import type { ProjectMembership } from '@/lib/project/require-membership';
import { requireMembership } from '@/lib/project/require-membership';
import type { DecisionLogViewer } from './decision-log-store';
import { openArticles } from './open-articles';

/** The viewer as a reader of a project’s decided cases, with their standing there. */
export async function decisionLogViewer(
  viewer: Viewer,
  projectId: string,
): Promise<{ logViewer: DecisionLogViewer; membership: ProjectMembership }> {
  const membership = await requireMembership(viewer, projectId, 'read decisions');
  const { userId } = viewer;
  return {
    logViewer: { projectId, userId, open: openArticles({ ...membership, userId }) },
    membership,
  };
}
