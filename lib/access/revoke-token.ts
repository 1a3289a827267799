import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { forgetEverywhere } from './forget-everywhere';
import { revoke } from './token-store';
import type { Viewer } from './viewer';

/** Ends one of the asking person's own tokens, at once. */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  if (!(await revoke(db(), viewer.userId, tokenId))) throw absent('token');
  forgetEverywhere(viewer.userId);
}
