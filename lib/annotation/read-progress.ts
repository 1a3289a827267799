import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { Progress } from './progress-store';
import { findProgress } from './progress-store';

/** How far the viewer is with each of these articles of a project; their own work only. */
export async function readProgress(
  viewer: Viewer,
  projectId: string,
  articleIds: string[],
): Promise<Record<string, Progress>> {
  const { role } = await requireMembership(viewer, projectId, 'read articles');
  const archived = may(role, 'archive articles');
  const found = await findProgress(db(), projectId, viewer.userId, articleIds, { archived });
  const none: Progress = { state: 'none', annotations: 0, discussion: 'none' };
  return Object.fromEntries(
    articleIds.map((articleId) => [articleId, found.get(articleId) ?? none]),
  );
}
