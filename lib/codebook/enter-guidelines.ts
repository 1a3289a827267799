import type { Viewer } from '@/lib/access/viewer';
import { requireMembership } from '@/lib/project/require-membership';

/** Refuses one who may not write the guidelines of this project now. */
export async function enterGuidelines(viewer: Viewer, projectId: string): Promise<void> {
  await requireMembership(viewer, projectId, 'change codebook');
}
