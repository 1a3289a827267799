import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { WorkProgress } from './progress-store';
import { findOwnProgress } from './progress-store';

/** How many articles of each of their projects the viewer has begun and has submitted; none where nothing is. */
export async function readOwnProgress(viewer: Viewer): Promise<Record<string, WorkProgress>> {
  return Object.fromEntries(await findOwnProgress(db(), viewer.userId));
}
