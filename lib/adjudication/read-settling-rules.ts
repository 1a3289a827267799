import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/standing';
import type { AdjudicationSettings } from './settling-rules';
import { findAdjudicationSettings } from './settling-rules-store';

/** How a project settles its articles, for everybody in it. */
export async function readAdjudicationSettings(
  viewer: Viewer,
  projectId: string,
): Promise<AdjudicationSettings> {
  await requireMembership(viewer, projectId, 'read project');
  return findAdjudicationSettings(db(), projectId);
}
