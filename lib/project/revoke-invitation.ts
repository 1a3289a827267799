import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { revokeInvitationRow } from './invitation-store';
import { standingIn } from './standing';

/** Takes an open invitation back, at once. */
export async function revokeInvitation(
  viewer: Viewer,
  projectId: string,
  invitationId: string,
): Promise<void> {
  await standingIn(viewer, projectId, 'invite analysts and viewers');
  if (!(await revokeInvitationRow(db(), projectId, invitationId, new Date())))
    throw absent('invitation');
}
