import { db } from '@/lib/db';
import { findLiveSessions } from './session-store';
import { findHolding } from './token-store';

/** What authenticated a live connection, stored so that it can be checked again while it is open. */
export type Credential =
  | { by: 'session'; userId: string; sessionId: string }
  | {
      by: 'token';
      userId: string;
      /** The token's fingerprint; the token itself is not stored. */
      hash: string;
    };

/** A string that identifies a credential, for sets and maps. */
export function credentialKey(credential: Credential): string {
  return credential.by === 'session'
    ? `${credential.userId} ${credential.sessionId}`
    : credential.hash;
}

/**
 * The keys of those credentials that are still valid at `now`: sessions within `sessionLimits` that
 * have not ended, tokens that are neither revoked nor expired, both of accounts that are not disabled.
 * Queries the database and bypasses the cache of `knownViewer`.
 */
export async function stillKnown(
  credentials: readonly Credential[],
  now = new Date(),
): Promise<Set<string>> {
  const sessionIds = credentials.flatMap((one) => (one.by === 'session' ? [one.sessionId] : []));
  const hashes = credentials.flatMap((one) => (one.by === 'token' ? [one.hash] : []));
  const [live, holding] = await Promise.all([
    sessionIds.length > 0
      ? findLiveSessions(db(), [...new Set(sessionIds)], now)
      : new Map<string, string>(),
    hashes.length > 0 ? findHolding(db(), [...new Set(hashes)], now) : new Set<string>(),
  ]);
  const holds = (one: Credential) =>
    one.by === 'token' ? holding.has(one.hash) : live.get(one.sessionId) === one.userId;
  return new Set(credentials.filter(holds).map(credentialKey));
}
