import { may } from '@/lib/access/permission';
import { disableAccount, announceAccountEnded } from '@/lib/access/disable-account';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Role } from '@/lib/access/role';
import { enable, findPerson } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import { Refusal } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkAccountRights } from './account-rights';
import { findRoles, lockMembers } from './membership-store';
import { requireMembership } from './require-membership';

const rule = (role: Role | null) => may(role, 'disable accounts');

/**
 * Disables a member’s account, or enables it again, for whoever is an owner of every project that the
 * member is in. A disabled account cannot sign in, and its sessions, tokens and open links are ended on
 * every machine; what it made stays, and so do its memberships.
 */
export async function changeAccount(
  viewer: Viewer,
  projectId: string,
  userId: string,
  disabled: boolean,
): Promise<void> {
  await transaction(async (tx) => {
    await requireMembership(viewer, projectId, 'disable accounts', tx);
    // Two owners who disable each other at once would leave a project without one.
    for (const each of (await findRoles(tx, userId)).keys()) await lockMembers(tx, each);
    if ((await findPerson(tx, viewer.userId)) === null)
      throw new Refusal('unknown', 'Your own account is disabled. Nothing was changed.');
    const what = disabled ? 'disable an account' : 'enable an account';
    await checkAccountRights(tx, viewer, { projectId, userId }, { rule, what });
    if (disabled) await disableAccount(tx, userId, viewer.userId);
    else if (await enable(tx, userId)) {
      const actorId = viewer.userId;
      await recordSecurityEvent(tx, { kind: 'account-enabled', actorId, userId });
    }
  });
  announceAccountEnded(userId);
}
