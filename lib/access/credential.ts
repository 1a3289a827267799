import { db } from '@/lib/db';
import { findLiveSessions } from './session-store';
import { findHolding } from './token-store';

/** By what somebody on an open line showed who they are, so that it can be looked at again. */
export type Credential =
  | { by: 'session'; userId: string; sessionId: string }
  | {
      by: 'token';
      userId: string;
      /** Of the token; the token itself is kept nowhere. */ hash: string;
    };

/** One credential in a word, for sets and maps. */
export function credentialKey(credential: Credential): string {
  return credential.by === 'session'
    ? `${credential.userId} ${credential.sessionId}`
    : credential.hash;
}

/**
 * Which of these credentials still hold, by their keys: sessions that nobody ended and that are
 * neither unused for too long nor too old, tokens that are neither revoked nor expired, and only of people who are not disabled. It
 * asks the database, whatever was known a moment ago.
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
