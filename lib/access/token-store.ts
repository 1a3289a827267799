import type { Db } from '@/lib/db';
import type { Person } from './person';
import type { TokenView } from './token';
import type { Scope } from './viewer';
import { scopes } from './viewer';

const knownScopes = (names: string[]): Scope[] => scopes.filter((scope) => names.includes(scope));

/** Stores a token by its fingerprint; false if the id is taken. */
export async function insertToken(
  db: Db,
  token: {
    id: string;
    userId: string;
    name: string;
    hash: string;
    scopes: Scope[];
    expiresAt: Date | null;
  },
): Promise<boolean> {
  return (await db.accessToken.createMany({ data: [token], skipDuplicates: true })).count === 1;
}

/** A person's tokens that are not revoked, newest first. */
export async function findTokens(db: Db, userId: string): Promise<TokenView[]> {
  const rows = await db.accessToken.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: knownScopes(row.scopes),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Revokes a token of this person; false if they have none with this id. */
export async function revoke(db: Db, userId: string, tokenId: string): Promise<boolean> {
  const { count } = await db.accessToken.updateMany({
    where: { id: tokenId, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

/** Revokes every token of this person. */
export async function revokeAll(db: Db, userId: string): Promise<void> {
  await db.accessToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** The person and scopes of a valid token, null otherwise. Updates `lastUsedAt` at most once a minute. */
export async function findBearer(
  db: Db,
  hash: string,
  now: Date,
): Promise<(Person & { scopes: Scope[] }) | null> {
  const row = await db.accessToken.findUnique({
    where: { hash, revokedAt: null },
    include: { user: true },
  });
  if (
    row === null ||
    row.user.disabledAt !== null ||
    (row.expiresAt !== null && row.expiresAt <= now)
  )
    return null;
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > 60_000) {
    await db.accessToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  const { id, name, email } = row.user;
  return { userId: id, name, email, scopes: knownScopes(row.scopes) };
}

/** Those of these fingerprints whose tokens are valid at `now`. */
export async function findHolding(db: Db, hashes: string[], now: Date): Promise<Set<string>> {
  const rows = await db.accessToken.findMany({
    where: {
      hash: { in: hashes },
      revokedAt: null,
      user: { disabledAt: null },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { hash: true },
  });
  return new Set(rows.map(({ hash }) => hash));
}
