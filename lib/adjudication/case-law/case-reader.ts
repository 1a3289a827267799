import type { Viewer } from '@/lib/access/viewer';
import type { Standing } from '@/lib/project/standing';
import { standingIn } from '@/lib/project/standing';
import type { CaseReader } from './case-store';
import { openArticles } from './open-articles';

/** The viewer as a reader of a project’s decided cases, with their standing there. */
export async function caseReader(
  viewer: Viewer,
  projectId: string,
): Promise<{ reader: CaseReader; standing: Standing }> {
  const standing = await standingIn(viewer, projectId, 'read decisions');
  const { userId } = viewer;
  return { reader: { projectId, userId, open: openArticles({ ...standing, userId }) }, standing };
}
