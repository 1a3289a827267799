import type { Permission } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import { hasFactor } from '@/lib/access/second-factor-store';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { absent, conflict, forbidden } from '@/lib/refusal';
import { db } from '@/lib/db';
import type { Membership } from './membership-store';
import { findMembership } from './membership-store';
import { canReachProject } from './project-access';
import { secondFactorNeeded } from './second-factor-needed';

/** What the one who asks is in a project, and what of it every deed needs to know. */
export type ProjectMembership = Membership;

const looksOnly = (permission: Permission): boolean => /^(?:read|see|export) /.test(permission);

/** Refuses a member what their role may not do, and everybody what would change an archived project. */
export function requirePermission(
  { role, archived }: ProjectMembership,
  permission: Permission,
): void {
  if (!may(role, permission))
    throw forbidden(`As ${role} of this project you may not ${permission}. Nothing was changed.`);
  if (archived && !looksOnly(permission) && permission !== 'change project')
    throw conflict('This project is archived. Nothing was changed; an owner can bring it back.');
}

/**
 * The viewer's standing in a project, if they may do `permission`. To strangers the project is
 * absent; an archived one is there only for its owners, to look at and to bring back. Where it asks
 * for a second factor, members without one may nothing, by whatever they came.
 */
export async function requireMembership(
  viewer: Viewer,
  projectId: string,
  permission: Permission,
  on: Db = db(),
): Promise<ProjectMembership> {
  const membership = await findMembership(on, projectId, viewer.userId);
  if (
    membership === null ||
    !canReachProject({ ...membership, projectArchived: membership.archived })
  )
    throw absent('project');
  if (membership.requireSecondFactor && !(await hasFactor(on, viewer.userId)))
    throw secondFactorNeeded();
  requirePermission(membership, permission);
  return membership;
}
