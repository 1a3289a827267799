import { fingerprint, mintSecret } from '@/lib/access/secret';
import { recordSecurityEvent } from '@/lib/access/security-events';
import { v7 } from 'uuid';
import { mayInvite } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { forbidden, absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { InvitationInput, NewInvitationView, InvitationView } from './invitation';
import { invitationLife } from './invitation';
import { insertInvitation, findInvitations, revokeInvitationRow } from './invitation-store';
import { requireMembership } from './require-membership';

/**
 * Makes a link by which one person can join within 14 days; `origin` is the public address.
 *
 * @throws {Refusal} `forbidden` where the viewer may not invite somebody to that role.
 */
export async function invite(
  viewer: Viewer,
  projectId: string,
  input: InvitationInput,
  origin: string,
): Promise<NewInvitationView> {
  const { role } = await requireMembership(viewer, projectId, 'invite analysts and viewers');
  if (!mayInvite(role, input.role))
    throw forbidden(
      `As ${role} you may not invite somebody as ${input.role}. No invitation was made.`,
    );
  const token = mintSecret();
  const id = v7();
  const expiresAt = new Date(Date.now() + invitationLife);
  const email = input.email ?? null;
  await transaction(async (tx) => {
    await insertInvitation(tx, {
      id,
      projectId,
      email,
      role: input.role,
      hash: fingerprint(token),
      invitedById: viewer.userId,
      expiresAt,
    });
    await recordSecurityEvent(tx, {
      kind: 'invitation-made',
      actorId: viewer.userId,
      projectId,
      details: { invitationId: id, role: input.role, ...(email === null ? {} : { email }) },
    });
  });
  return {
    id,
    url: `${origin}/invitations/${token}`,
    token,
    role: input.role,
    email,
    expiresAt: expiresAt.toISOString(),
  };
}

/** A project’s open invitations, newest first, without their links; at most 1,000. */
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

/**
 * Revokes an open invitation.
 *
 * @throws {Refusal} `absent` where there is none.
 */
export async function revokeInvitation(
  viewer: Viewer,
  projectId: string,
  invitationId: string,
): Promise<void> {
  await requireMembership(viewer, projectId, 'invite analysts and viewers');
  await transaction(async (tx) => {
    if (!(await revokeInvitationRow(tx, projectId, invitationId, new Date())))
      throw absent('invitation');
    await recordSecurityEvent(tx, {
      kind: 'invitation-revoked',
      actorId: viewer.userId,
      projectId,
      details: { invitationId },
    });
  });
}
