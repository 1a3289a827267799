import { db } from '@/lib/db';
import type { Credential } from './credential';
import { credentialKey } from './credential';
import { findLiveSessions } from './session-store';
import { findHolding } from './token-store';

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
