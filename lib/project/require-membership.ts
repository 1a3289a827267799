import type { Permission, Role } from '@/lib/access/permission';
import { hasFactor } from '@/lib/access/second-factor-store';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { findMembership } from './membership-store';
import type { ProjectMembership } from './project-access';
import { canReachProject, requirePermission, secondFactorNeeded } from './project-access';

/** The membership of a person in a project that they reach; null where they do not. */
async function reachedMembership(
  on: Db,
  projectId: string,
  userId: string,
): Promise<ProjectMembership | null> {
  const membership = await findMembership(on, projectId, userId);
  const isReached =
    membership !== null && canReachProject({ ...membership, projectArchived: membership.archived });
  return isReached ? membership : null;
}

/** A person's role in a project that they reach; null for strangers and removed members, and once it is archived for all but owners. */
export async function roleIn(on: Db, projectId: string, userId: string): Promise<Role | null> {
  return (await reachedMembership(on, projectId, userId))?.role ?? null;
}

/**
 * The viewer's membership of a project, if it permits `permission`.
 *
 * @param what - what the project is reached for, named where it is absent
 * @throws {Refusal} `absent` for strangers, and for all but owners once the project is archived;
 * `forbidden` for members without a second factor where the project requires one; and what
 * `requirePermission` throws.
 */
export async function requireMembership(
  viewer: Viewer,
  projectId: string,
  permission: Permission,
  on: Db = db(),
  what = 'project',
): Promise<ProjectMembership> {
  const membership = await reachedMembership(on, projectId, viewer.userId);
  if (membership === null) throw absent(what);
  if (membership.requireSecondFactor && !(await hasFactor(on, viewer.userId)))
    throw secondFactorNeeded();
  requirePermission(membership, permission);
  return membership;
}
