import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { absent, forbidden, Refusal, conflict } from '@/lib/refusal';
import { findRoles, lockMembers } from './membership-store';
import { may, mayResetPassword } from '@/lib/access/permission';
import { disableAccount, announceAccountEnded } from '@/lib/access/disable-account';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import { enable, findPerson } from '@/lib/access/user-store';
import { transaction } from '@/lib/transaction';
import { requireMembership } from './require-membership';
import { openReset } from '@/lib/access/open-reset';
import type { PasswordResetView } from '@/lib/access/password-reset';
import { db } from '@/lib/db';

/** Whether one of a role may do something to a member of another. */
type Rule = (asker: Role | null, member: Role) => boolean;

/**
 * Whether one person may do something to the account of another, by what both are in every project of
 * the other. An account opens all of its projects, so a right in one of them is not enough: the rule
 * must hold in each, archived ones too. Nobody may for an account that is in none.
 */
export async function coversAccount(
  db: Db,
  askerId: string,
  userId: string,
  rule: Rule,
): Promise<boolean> {
  const [mine, theirs] = [await findRoles(db, askerId), await findRoles(db, userId)];
  if (theirs.size === 0) return false;
  return [...theirs].every(([projectId, role]) => rule(mine.get(projectId) ?? null, role));
}

/**
 * Refuses where the viewer may not do `what` to the account of a member of this project, as by
 * `coversAccount`. Only a session may: a token that reached that far could take over accounts.
 */
export async function checkAccountRights(
  db: Db,
  viewer: Viewer,
  { projectId, userId }: { projectId: string; userId: string },
  { rule, what }: { rule: Rule; what: string },
): Promise<void> {
  if (viewer.by !== 'session') throw forbidden(`A token cannot ${what}. Sign in to do it.`);
  if (!(await findRoles(db, userId)).has(projectId)) throw absent('member');
  if (userId === viewer.userId)
    throw forbidden(`You cannot ${what} of your own. Your account page has what you can do.`);
  if (!(await coversAccount(db, viewer.userId, userId, rule)))
    throw forbidden(
      `You may not ${what} of this member: their rights, here or elsewhere, go beyond yours. Nothing was changed; ask another owner, or whoever runs this server.`,
    );
}

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

/**
 * Makes a link by which a member sets a new password, for whoever may reset it in every project that
 * the member is in: an owner anybody’s, a manager that of analysts and viewers. `origin` is the public
 * address.
 */
export async function resetPassword(
  viewer: Viewer,
  projectId: string,
  userId: string,
  origin: string,
): Promise<PasswordResetView> {
  await requireMembership(viewer, projectId, 'reset passwords');
  const what = 'reset the password';
  await checkAccountRights(db(), viewer, { projectId, userId }, { rule: mayResetPassword, what });
  if ((await findPerson(db(), userId)) === null)
    throw conflict('This account is disabled. Nothing was made; enable it first.');
  return openReset(db(), { userId, madeById: viewer.userId, origin });
}
