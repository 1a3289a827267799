import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { announce } from './announce';
import { forgetViewer } from './known-viewers';
import { recordSecurityEvent } from './record-security-event';
import { revoke } from './token-store';
import type { Viewer } from './viewer';

/** Ends one of the asking person's own tokens, at once. */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  const { userId } = viewer;
  await transaction(async (tx) => {
    if (!(await revoke(tx, userId, tokenId))) throw absent('token');
    const details = { tokenId };
    await recordSecurityEvent(tx, { kind: 'token-revoked', actorId: userId, userId, details });
  });
  forgetViewer(viewer.userId);
  announce({ kind: 'rights', of: { userId: viewer.userId } });
}
