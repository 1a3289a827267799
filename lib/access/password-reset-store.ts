import type { Db } from '@/lib/db';

/** A valid reset link: whose it is, and who created it (null: a mail or the operator). */
export type OpenReset = { userId: string; name: string; email: string; madeById: string | null };

/** Stores a reset link by the fingerprint of its secret. */
export async function insertReset(
  db: Db,
  reset: { hash: string; userId: string; madeById: string | null; expiresAt: Date },
): Promise<void> {
  await db.passwordReset.create({ data: reset });
}

/** The valid link with this fingerprint: unused, not expired, for an account that is not disabled; else null. */
export async function findReset(db: Db, hash: string, now: Date): Promise<OpenReset | null> {
  const row = await db.passwordReset.findUnique({
    where: { hash, usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    include: { user: true },
  });
  return (
    row && {
      userId: row.userId,
      name: row.user.name,
      email: row.user.email,
      madeById: row.madeById,
    }
  );
}

/** Marks a link as used and ends all others of the person; false if it was used before. */
export async function spendReset(db: Db, hash: string, userId: string): Promise<boolean> {
  const usedAt = new Date();
  const { count } = await db.passwordReset.updateMany({
    where: { hash, usedAt: null },
    data: { usedAt },
  });
  await endResets(db, userId);
  return count === 1;
}

/** Ends every unused reset link of a person. */
export async function endResets(db: Db, userId: string): Promise<void> {
  await db.passwordReset.updateMany({
    where: { userId, usedAt: null },
    data: { usedAt: new Date() },
  });
}
