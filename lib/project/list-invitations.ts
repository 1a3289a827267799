import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { InvitationView } from './invitation';
import { findInvitations } from './invitation-store';
import { requireMembership } from './require-membership';

/** The project's open invitations, newest first, without their links. */
export async function listInvitations(
  viewer: Viewer,
  projectId: string,
): Promise<InvitationView[]> {
  await requireMembership(viewer, projectId, 'see invitations');
  const rows = await findInvitations(db(), projectId, new Date());
  return rows.map(({ id, email, role, invitedBy, createdAt, expiresAt }) => ({
    id,
    email,
    role,
    invitedBy,
    createdAt,
    expiresAt,
  }));
}
