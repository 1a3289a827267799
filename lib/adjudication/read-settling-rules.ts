import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { standingIn } from '@/lib/project/standing';
import type { SettlingRules } from './settling-rules';
import { findSettlingRules } from './settling-rules-store';

/** How a project settles its articles, for everybody in it. */
export async function readSettlingRules(viewer: Viewer, projectId: string): Promise<SettlingRules> {
  await standingIn(viewer, projectId, 'read project');
  return findSettlingRules(db(), projectId);
}
