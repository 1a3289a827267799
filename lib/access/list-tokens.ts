import { db } from '@/lib/db';
import { forbidden } from '@/lib/refusal';
import type { TokenView } from './token';
import { findTokens } from './token-store';
import type { Viewer } from './viewer';

/** The asking person's own tokens that are not revoked, newest first; for sessions only. */
export async function listTokens(viewer: Viewer): Promise<TokenView[]> {
  if (viewer.by !== 'session') throw forbidden('A token cannot list tokens. Sign in to do it.');
  return findTokens(db(), viewer.userId);
}
