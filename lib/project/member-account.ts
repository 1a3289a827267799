import { disableAccount } from '@/lib/access/account';
import { forgetEverywhere } from '@/lib/access/known-viewers';
import { openReset } from '@/lib/access/reset-links';
import { recordSecurityEvent } from '@/lib/access/security-events';
import type { Role } from '@/lib/access/permission';
import type { PasswordResetView } from '@/lib/access/password-reset';
import { may, mayResetPassword } from '@/lib/access/permission';
import { enable, findPerson } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { absent, forbidden, Refusal, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findRoles, lockMembers } from './membership-store';
import { requireMembership } from './require-membership';

/** Whether a member of one role may do something to the account of a member of another. */
type Rule = (asker: Role | null, member: Role) => boolean;

/**
 * Whether one person may do something to the account of another, by the roles of both in every
 * project of the other. An account opens all of its projects, so the rule must hold in each,
 * archived ones included. False for an account without projects.
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
 * Checks that the viewer may do `what` to the account of a member of this project, as by
 * `coversAccount`. Only sessions may: a token that reached this far could take over accounts.
 *
 * @throws {Refusal} `forbidden`, or `absent` where the person is no member.
 */
async function checkAccountRights(
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
      `You may not ${what} of this member: their rights in this or another project exceed yours. Nothing was changed; another owner, or whoever runs this server, can do it.`,
    );
}

const rule = (role: Role | null) => may(role, 'disable accounts');

/**
 * Disables or enables a member’s account, for owners of every project of that member. A disabled
 * account cannot sign in; its sessions, tokens and open links end on every machine. Its work and
 * its memberships stay.
 *
 * @throws {Refusal} what `checkAccountRights` throws; `unknown` where the viewer’s own account is
 * disabled.
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
  forgetEverywhere(userId);
}

/**
 * Makes a link by which a member sets a new password, for viewers who may reset it in every project
 * of that member: owners for anybody, managers for analysts and viewers. `origin` is the public
 * address.
 *
 * @throws {Refusal} what `checkAccountRights` throws; `conflict` where the account is disabled.
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
    throw conflict('This account is disabled. No link was made; enable the account first.');
  return openReset(db(), { userId, madeById: viewer.userId, origin });
}
