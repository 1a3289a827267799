import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { checkProof } from './check-proof';
import { forgetEverywhere } from './forget-everywhere';
import { recordSecurityEvent } from './record-security-event';
import { revoke } from './token-store';
import type { Viewer } from './viewer';

/** Ends one of the asking person's own tokens, at once; for sessions whose person has just proved who they are. */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  await checkProof(viewer, 'revoke tokens');
  const { userId } = viewer;
  await transaction(async (tx) => {
    if (!(await revoke(tx, userId, tokenId))) throw absent('token');
    const details = { tokenId };
    await recordSecurityEvent(tx, { kind: 'token-revoked', actorId: userId, userId, details });
  });
  forgetEverywhere(userId);
}
