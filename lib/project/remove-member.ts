import { announce } from '@/lib/live/announce';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Viewer } from '@/lib/access/viewer';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { countOtherOwnersLocked, endMembership, findMembership } from './membership-store';
import { requireMembership } from './require-membership';

/** Removes a member, or lets one leave; their annotations stay. A project keeps at least one owner. */
export async function removeMember(
  viewer: Viewer,
  projectId: string,
  userId: string,
): Promise<void> {
  await transaction(async (tx) => {
    await requireMembership(
      viewer,
      projectId,
      userId === viewer.userId ? 'read project' : 'remove members',
      tx,
    );
    const others = await countOtherOwnersLocked(tx, projectId, userId);
    const member = await findMembership(tx, projectId, userId);
    if (member === null) throw absent('member');
    if (member.role === 'owner' && others === 0) {
      throw conflict(
        'This is the only owner. Nothing was changed; make somebody else an owner first.',
      );
    }
    await endMembership(tx, projectId, userId);
    await recordSecurityEvent(tx, {
      kind: 'member-removed',
      actorId: viewer.userId,
      userId,
      projectId,
      details: { role: member.role },
    });
  });
  announce({ kind: 'rights', of: { userId, projectId } });
}
