import type { Role } from '@/lib/access/role';

/** What decides whether somebody reaches a project: their role in it (null for strangers and those removed), and whether it is archived. */
export type ProjectAccess = { role: Role | null; projectArchived: boolean };

/**
 * Whether the project is there for this person: for its members, and once it is archived for its
 * owners, who can bring it back. The first step of the one access path; `canReachArticle` is the next.
 */
export function canReachProject<Access extends ProjectAccess>(
  access: Access,
): access is Access & { role: Role } {
  return access.role !== null && (!access.projectArchived || access.role === 'owner');
}
