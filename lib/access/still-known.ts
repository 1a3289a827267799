import { db } from '@/lib/db';
import type { Credential } from './credential';
import { credentialKey } from './credential';
import { findHolding } from './token-store';
import { findEpochs } from './user-store';

/**
 * Which of these credentials still hold, by their keys: sessions that nobody ended and that have not
 * run out, tokens that are neither revoked nor expired, and only of people who are not disabled. It
 * asks the database, whatever was known a moment ago.
 */
export async function stillKnown(
  credentials: readonly Credential[],
  now = new Date(),
): Promise<Set<string>> {
  const sessions = credentials.filter(({ by }) => by === 'session');
  const hashes = credentials.flatMap((one) => (one.by === 'token' ? [one.hash] : []));
  const [epochs, holding] = await Promise.all([
    sessions.length > 0
      ? findEpochs(db(), [...new Set(sessions.map(({ userId }) => userId))])
      : new Map<string, number>(),
    hashes.length > 0 ? findHolding(db(), [...new Set(hashes)], now) : new Set<string>(),
  ]);
  const holds = (one: Credential) =>
    one.by === 'token'
      ? holding.has(one.hash)
      : epochs.get(one.userId) === one.epoch && one.until * 1000 > now.getTime();
  return new Set(credentials.filter(holds).map(credentialKey));
}
