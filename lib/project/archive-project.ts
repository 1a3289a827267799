import { announce } from '@/lib/access/announce';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { updateProject } from './project-store';
import { standingIn } from './standing';

/** Archives a project: it is kept whole, out of everybody's sight but its owners'. */
export async function archiveProject(viewer: Viewer, projectId: string): Promise<void> {
  await standingIn(viewer, projectId, 'change project');
  await standingIn(viewer, projectId, 'archive project');
  await updateProject(db(), projectId, { archived: true });
  announce({ kind: 'rights', of: { projectId } });
}
