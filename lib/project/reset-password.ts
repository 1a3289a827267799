import { openReset } from '@/lib/access/open-reset';
import type { PasswordResetView } from '@/lib/access/password-reset';
import { mayResetPassword } from '@/lib/access/permission';
import { findPerson } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { conflict } from '@/lib/refusal';
import { checkAccountRights } from './account-rights';
import { requireMembership } from './require-membership';

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
