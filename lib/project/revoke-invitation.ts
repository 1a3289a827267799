import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Viewer } from '@/lib/access/viewer';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { revokeInvitationRow } from './invitation-store';
import { requireMembership } from './require-membership';

/** Takes an open invitation back, at once. */
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
