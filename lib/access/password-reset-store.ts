import type { Db } from '@/lib/db';

/** A link that still works: for whom, and by whom (null: a mail, or the one who runs the server). */
export type OpenReset = { userId: string; name: string; email: string; madeById: string | null };

/** Keeps a link by the fingerprint of its secret. */
export async function insertReset(
  db: Db,
  reset: { hash: string; userId: string; madeById: string | null; expiresAt: Date },
): Promise<void> {
  await db.passwordReset.create({ data: reset });
}

/** The link of this fingerprint, while it works: unused, in time, for an account that is not disabled. */
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

/** Uses up a link, and with it every other of the same person; false where it was used meanwhile. */
export async function spendReset(db: Db, hash: string, userId: string): Promise<boolean> {
  const usedAt = new Date();
  const { count } = await db.passwordReset.updateMany({
    where: { hash, usedAt: null },
    data: { usedAt },
  });
  await endResets(db, userId);
  return count === 1;
}

/** Ends every open link of a person. */
export async function endResets(db: Db, userId: string): Promise<void> {
  await db.passwordReset.updateMany({
    where: { userId, usedAt: null },
    data: { usedAt: new Date() },
  });
}
