import type { Permission, Role } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import { Refusal, conflict, forbidden } from '@/lib/refusal';
import type { BlindPolicy } from './project';

/** A person's role in a project, with the settings of the project that decide what it permits. */
export type ProjectMembership = {
  projectId: string;
  role: Role;
  name: string;
  blind: BlindPolicy;
  hideSource: boolean;
  /** Whether only members with a second factor may read or write. */
  requireSecondFactor: boolean;
  archived: boolean;
};

/** What decides whether a person reaches a project: their role in it (null for strangers and removed members), and whether it is archived. */
export type ProjectAccess = { role: Role | null; projectArchived: boolean };

/**
 * Whether a person reaches a project: members do, and only owners once it is archived, who can restore
 * it. The first step of the access path; `canReachArticle` is the next.
 */
export function canReachProject<Access extends ProjectAccess>(
  access: Access,
): access is Access & { role: Role } {
  return access.role !== null && (!access.projectArchived || access.role === 'owner');
}

const onlyReads = (permission: Permission): boolean => /^(?:read|see|export) /.test(permission);

/**
 * Checks that a role permits something, and that nothing is changed in an archived project.
 *
 * @throws {Refusal} `forbidden` where the role does not permit it, `conflict` where the project is
 * archived and `permission` is neither reading nor `change project`.
 */
export function requirePermission(
  { role, archived }: ProjectMembership,
  permission: Permission,
): void {
  if (!may(role, permission))
    throw forbidden(`As ${role} of this project you may not ${permission}. Nothing was changed.`);
  if (archived && !onlyReads(permission) && permission !== 'change project')
    throw conflict('This project is archived. Nothing was changed; an owner can bring it back.');
}

/** The refusal for a member without a second factor in a project that requires one, whatever their role. */
export function secondFactorNeeded(): Refusal {
  const message =
    'This project is open only to members with a second factor, and you have none. Set one up on your account page, then come back. Nothing was changed.';
  return new Refusal('forbidden', message, [], undefined, 'second-factor-needed');
}
