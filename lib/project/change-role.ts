import { announce } from '@/lib/live/announce';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { countOtherOwnersLocked, findMembership, setRole } from './membership-store';
import { requireMembership } from './require-membership';

/** Gives a member another role; a project keeps at least one owner. */
export async function changeRole(
  viewer: Viewer,
  projectId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await transaction(async (tx) => {
    await requireMembership(viewer, projectId, 'change roles', tx);
    const others = await countOtherOwnersLocked(tx, projectId, userId);
    const member = await findMembership(tx, projectId, userId);
    if (member === null) throw absent('member');
    if (member.role === 'owner' && role !== 'owner' && others === 0) {
      throw conflict(
        'This is the only owner. Nothing was changed; make somebody else an owner first.',
      );
    }
    await setRole(tx, projectId, userId, role);
    await recordSecurityEvent(tx, {
      kind: 'role-changed',
      actorId: viewer.userId,
      userId,
      projectId,
      details: { from: member.role, to: role },
    });
  });
  announce({ kind: 'rights', of: { userId, projectId } });
}
