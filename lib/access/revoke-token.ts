import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { checkProof } from './check-proof';
import { forgetEverywhere } from './forget-everywhere';
import { revoke } from './token-store';
import type { Viewer } from './viewer';

/** Ends one of the asking person's own tokens, at once; for sessions whose person has just proved who they are. */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  await checkProof(viewer, 'revoke tokens');
  if (!(await revoke(db(), viewer.userId, tokenId))) throw absent('token');
  forgetEverywhere(viewer.userId);
}
