import type { Role } from '@/lib/access/permission';
import { isRole } from '@/lib/access/permission';
import type { Db } from '@/lib/db';
import { containing } from '@/lib/page';
import type { MemberView } from './member';
import { blindPolicyOf } from './project';
import type { ProjectMembership } from './project-access';

/**
 * The person's membership, archived projects included; null where they are no member or were
 * removed.
 */
export async function findMembership(
  db: Db,
  projectId: string,
  userId: string,
): Promise<ProjectMembership | null> {
  const row = await db.membership.findUnique({
    where: { projectId_userId: { projectId, userId }, removedAt: null },
    include: { project: true },
  });
  if (row === null || !isRole(row.role)) return null;
  const { name, blind, hideSource, requireSecondFactor, archivedAt } = row.project;
  return {
    projectId,
    role: row.role,
    name,
    blind: blindPolicyOf(blind),
    hideSource,
    requireSecondFactor,
    archived: archivedAt !== null,
  };
}

/**
 * A project’s members by id, after the member `after`, whose names contain `named`; at most one
 * more than `limit`.
 */
export async function findMembers(
  db: Db,
  projectId: string,
  { limit, after, named }: { limit: number; after: string | null; named: string },
): Promise<(MemberView & { email: string })[]> {
  const rows = await db.membership.findMany({
    where: {
      projectId,
      removedAt: null,
      ...(after === null ? {} : { userId: { gt: after } }),
      ...(named === '' ? {} : { user: { name: containing(named) } }),
    },
    include: { user: true },
    orderBy: { userId: 'asc' },
    take: limit + 1,
  });
  return rows.flatMap(({ userId, role, addedAt, user }) =>
    isRole(role)
      ? [
          {
            userId,
            role,
            name: user.name,
            email: user.email,
            addedAt: addedAt.toISOString(),
            disabledAt: user.disabledAt?.toISOString() ?? null,
          },
        ]
      : [],
  );
}

/** Those of these people who are members now. */
export async function findMemberIds(
  db: Db,
  projectId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.membership.findMany({
    where: { projectId, removedAt: null, userId: { in: [...userIds] } },
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}

/** Makes a person a member with this role; false where they are one already, whose role then stays. */
export async function addMember(
  db: Db,
  projectId: string,
  userId: string,
  role: Role,
): Promise<boolean> {
  const added = await db.membership.createMany({
    data: [{ projectId, userId, role }],
    skipDuplicates: true,
  });
  if (added.count === 1) return true;
  const back = await db.membership.updateMany({
    where: { projectId, userId, removedAt: { not: null } },
    data: { role, removedAt: null, addedAt: new Date() },
  });
  return back.count === 1;
}

/** Changes the role of a member. */
export async function setRole(
  db: Db,
  projectId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await db.membership.update({
    where: { projectId_userId: { projectId, userId } },
    data: { role },
  });
}

/** Ends a membership; the person’s work stays. */
export async function endMembership(db: Db, projectId: string, userId: string): Promise<void> {
  await db.membership.update({
    where: { projectId_userId: { projectId, userId } },
    data: { removedAt: new Date() },
  });
}

/** Locks the project’s row, so that nobody else changes its members until the transaction ends. */
export async function lockMembers(db: Db, projectId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`;
}

/**
 * Counts the owners except this person whose accounts are not disabled, and locks the members as
 * `lockMembers` does.
 */
export async function countOtherOwnersLocked(
  db: Db,
  projectId: string,
  userId: string,
): Promise<number> {
  await lockMembers(db, projectId);
  return db.membership.count({
    where: {
      projectId,
      role: 'owner',
      removedAt: null,
      userId: { not: userId },
      user: { disabledAt: null },
    },
  });
}

/** A person's roles by project, in projects that are archived too. */
export async function findRoles(db: Db, userId: string): Promise<Map<string, Role>> {
  const rows = await db.membership.findMany({
    where: { userId, removedAt: null },
    select: { projectId: true, role: true },
    orderBy: { projectId: 'asc' },
  });
  return new Map(
    rows.flatMap(({ projectId, role }) => (isRole(role) ? [[projectId, role] as const] : [])),
  );
}
