import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { Progress, WorkProgress } from './progress-store';
import { findOwnProgress, findProgress, findTeamProgress } from './progress-store';

/**
 * The viewer's own progress with each of these articles of a project, by article id.
 *
 * @throws {Refusal} `absent` or `forbidden`.
 */
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

/**
 * Number of articles that the viewer has begun and has submitted, by project id; projects without
 * any are left out.
 */
export async function readOwnProgress(viewer: Viewer): Promise<Record<string, WorkProgress>> {
  return Object.fromEntries(await findOwnProgress(db(), viewer.userId));
}

/**
 * Number of analysts who have begun and who have submitted each of these articles, by article id;
 * for those who see every layer.
 *
 * @throws {Refusal} `absent` or `forbidden`.
 */
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
