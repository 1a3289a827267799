import { announce } from '@/lib/live/announce';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Viewer } from '@/lib/access/viewer';
import { transaction } from '@/lib/transaction';
import { updateProject } from './project-store';
import { requireMembership } from './require-membership';

/** Archives a project: it is kept whole, out of everybody's sight but its owners'. */
export async function archiveProject(viewer: Viewer, projectId: string): Promise<void> {
  await requireMembership(viewer, projectId, 'change project');
  await requireMembership(viewer, projectId, 'archive project');
  await transaction(async (tx) => {
    await updateProject(tx, projectId, { archived: true });
    await recordSecurityEvent(tx, { kind: 'project-archived', actorId: viewer.userId, projectId });
  });
  announce({ kind: 'rights', of: { projectId } });
}
