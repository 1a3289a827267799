import type { Role } from '@/lib/access/permission';
import { isRole } from '@/lib/access/permission';
import { v7 } from 'uuid';
import type { Db } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/client';
import type { ProjectChanges, ProjectInput, ProjectView } from './project';
import { blindPolicyOf } from './project';

type Row = Prisma.ProjectGetPayload<{ include: ReturnType<typeof withCounts> }>;

const withCounts = () =>
  ({
    _count: {
      select: {
        articles: { where: { archivedAt: null } },
        memberships: { where: { removedAt: null } },
      },
    },
  }) satisfies Prisma.ProjectInclude;

function viewOf(row: Row, role: Role): ProjectView {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    blind: blindPolicyOf(row.blind),
    hideSource: row.hideSource,
    requireSecondFactor: row.requireSecondFactor,
    role,
    articles: row._count.articles,
    members: row._count.memberships,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    discussionSince: row.discussionSince?.toISOString() ?? null,
  };
}

/** Inserts a project and its owner; null where the id is taken. */
export async function insertProject(
  db: Db,
  project: ProjectInput & { ownerId: string },
): Promise<string | null> {
  const { ownerId, id = v7(), ...fields } = project;
  const made = await db.project.createMany({ data: [{ id, ...fields }], skipDuplicates: true });
  if (made.count === 0) return null;
  await db.membership.create({ data: { projectId: id, userId: ownerId, role: 'owner' } });
  return id;
}

/** A project as a member with `role` sees it; null where there is none of this id. */
export async function findProject(
  db: Db,
  projectId: string,
  role: Role,
): Promise<ProjectView | null> {
  const row = await db.project.findUnique({ where: { id: projectId }, include: withCounts() });
  return row && viewOf(row, role);
}

/**
 * The person’s projects, newest first, after the project `after`; archived ones only those that
 * they own. At most one more than `limit`.
 */
export async function findProjects(
  db: Db,
  userId: string,
  { limit, after, archived }: { limit: number; after: string | null; archived: boolean },
): Promise<ProjectView[]> {
  const rows = await db.membership.findMany({
    where: {
      userId,
      removedAt: null,
      ...(archived
        ? { role: 'owner', project: { archivedAt: { not: null } } }
        : { project: { archivedAt: null } }),
      ...(after === null ? {} : { projectId: { lt: after } }),
    },
    include: { project: { include: withCounts() } },
    orderBy: { projectId: 'desc' },
    take: limit + 1,
  });
  return rows.flatMap(({ project, role }) => (isRole(role) ? [viewOf(project, role)] : []));
}

/** Changes the given settings; archiving sets a date, restoring clears it. */
export async function updateProject(
  db: Db,
  projectId: string,
  { archived, ...changes }: ProjectChanges,
): Promise<void> {
  const named = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const archivedAt = archived === undefined ? {} : { archivedAt: archived ? new Date() : null };
  await db.project.update({ where: { id: projectId }, data: { ...named, ...archivedAt } });
}
