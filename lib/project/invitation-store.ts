import type { Role } from '@/lib/access/permission';
import { isRole } from '@/lib/access/permission';
import type { Db } from '@/lib/db';
import type { InvitationView } from './invitation';

/** An invitation that is open. */
export type OpenInvitation = InvitationView & {
  projectId: string;
  project: string;
  invitedById: string;
};

const people = { invitedBy: true, project: true } as const;

type Row = {
  id: string;
  projectId: string;
  email: string | null;
  role: string;
  createdAt: Date;
  expiresAt: Date;
  invitedById: string;
  invitedBy: { name: string };
  project: { name: string };
};

function openOf(row: Row): OpenInvitation[] {
  if (!isRole(row.role)) return [];
  return [
    {
      id: row.id,
      projectId: row.projectId,
      project: row.project.name,
      email: row.email,
      role: row.role,
      invitedById: row.invitedById,
      invitedBy: row.invitedBy.name,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    },
  ];
}

const open = (now: Date) => ({
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: now },
  project: { archivedAt: null },
  // Invitations of a disabled account no longer work: it must not invite itself under another name.
  invitedBy: { disabledAt: null },
});

/** Inserts an invitation; `hash` is the fingerprint of its secret. */
export async function insertInvitation(
  db: Db,
  invitation: {
    id: string;
    projectId: string;
    email: string | null;
    role: Role;
    hash: string;
    invitedById: string;
    expiresAt: Date;
  },
): Promise<void> {
  await db.invitation.create({ data: invitation });
}

/** The open invitation with this fingerprint; null where there is none. */
export async function findOffer(db: Db, hash: string, now: Date): Promise<OpenInvitation | null> {
  const row = await db.invitation.findFirst({ where: { hash, ...open(now) }, include: people });
  return (row && openOf(row)[0]) ?? null;
}

/** Whether an open invitation of any project names this e-mail address. */
export async function isInvited(db: Db, email: string, now: Date): Promise<boolean> {
  return (
    (await db.invitation.findFirst({ where: { email, ...open(now) }, select: { id: true } })) !==
    null
  );
}

/** A project's open invitations, newest first; at most 1,000. */
export async function findInvitations(
  db: Db,
  projectId: string,
  now: Date,
): Promise<OpenInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { projectId, ...open(now) },
    include: people,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 1000,
  });
  return rows.flatMap(openOf);
}

/** Marks an invitation as accepted; false where it is no longer open. */
export async function spendInvitation(
  db: Db,
  id: string,
  userId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, ...open(now) },
    data: { acceptedAt: now, acceptedById: userId },
  });
  return count === 1;
}

/** Revokes an open invitation; false where the project has none of this id. */
export async function revokeInvitationRow(
  db: Db,
  projectId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, projectId, ...open(now) },
    data: { revokedAt: now },
  });
  return count === 1;
}
