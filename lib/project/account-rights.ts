import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { absent, forbidden } from '@/lib/refusal';
import { findRoles } from './membership-store';

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
