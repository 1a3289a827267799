import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { WorkProgress } from './progress-store';
import { findTeamProgress } from './progress-store';

/** How many analysts have begun and have submitted each of these articles; for those who see every layer. */
export async function readTeamProgress(
  viewer: Viewer,
  projectId: string,
  articleIds: string[],
): Promise<Record<string, WorkProgress>> {
  await requireMembership(viewer, projectId, 'see every layer');
  const found = await findTeamProgress(db(), projectId, articleIds);
  return Object.fromEntries(
    articleIds.map((articleId) => [articleId, found.get(articleId) ?? { begun: 0, submitted: 0 }]),
  );
}
