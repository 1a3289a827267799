import { db } from '@/lib/db';
import type { TokenView } from './token';
import { findTokens } from './token-store';
import type { Viewer } from './viewer';

/** The asking person's own tokens that are not revoked, newest first. */
export function listTokens(viewer: Viewer): Promise<TokenView[]> {
  return findTokens(db(), viewer.userId);
}
