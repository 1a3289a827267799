import type { Viewer } from '@/lib/access/viewer';
import { standingIn } from '@/lib/project/standing';

/** Refuses one who may not write the guidelines of this project now. */
export async function enterGuidelines(viewer: Viewer, projectId: string): Promise<void> {
  await standingIn(viewer, projectId, 'change codebook');
}
