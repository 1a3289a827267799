import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { AdjudicationSettings } from './adjudication-settings';
import { findAdjudicationSettings } from './adjudication-settings-store';

/** How a project settles its articles, for everybody in it. */
export async function readAdjudicationSettings(
  viewer: Viewer,
  projectId: string,
): Promise<AdjudicationSettings> {
  await requireMembership(viewer, projectId, 'read project');
  return findAdjudicationSettings(db(), projectId);
}
