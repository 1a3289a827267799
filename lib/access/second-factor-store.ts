import type { Db } from '@/lib/db';

/** A stored second factor, with its secret sealed. */
type StoredFactor = { sealed: string; confirmedAt: Date | null };

/** The person's second factor, confirmed or not; null if there is none. */
export async function findFactor(db: Db, userId: string): Promise<StoredFactor | null> {
  const row = await db.secondFactor.findUnique({ where: { userId } });
  return row && { sealed: row.sealed, confirmedAt: row.confirmedAt };
}

/** Whether the person has a confirmed second factor. */
export async function hasFactor(db: Db, userId: string): Promise<boolean> {
  const where = { userId, confirmedAt: { not: null } };
  return (await db.secondFactor.findUnique({ where, select: { userId: true } })) !== null;
}

/** Stores an unconfirmed factor in place of an earlier one; false if there is a confirmed one. */
export async function putUnconfirmed(db: Db, userId: string, sealed: string): Promise<boolean> {
  const made = await db.secondFactor.createMany({
    data: [{ userId, sealed }],
    skipDuplicates: true,
  });
  if (made.count === 1) return true;
  const where = { userId, confirmedAt: null };
  return (await db.secondFactor.updateMany({ where, data: { sealed } })).count === 1;
}

/** Confirms a factor with the code of this time step; false if it is confirmed already. */
export async function confirmFactor(
  db: Db,
  userId: string,
  sealed: string,
  step: number,
): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: { userId, sealed, confirmedAt: null },
    data: { confirmedAt: new Date(), lastStep: step },
  });
  return count === 1;
}

/** Uses up a time step and all before it; false if it was used, so that no code is valid twice. */
export async function spendStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Deletes the person's factor and recovery codes; false if there is no factor. */
export async function deleteFactor(db: Db, userId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { userId } });
  return (await db.secondFactor.deleteMany({ where: { userId } })).count === 1;
}

/** Replaces the person's recovery codes by new ones, given as hashes. */
export async function replaceRecoveryCodes(
  db: Db,
  userId: string,
  hashes: string[],
): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) });
}

/** Uses up a recovery code of this person; false if they have no such unused code. */
export async function spendRecoveryCode(db: Db, userId: string, hash: string): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, hash, usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

/** The number of the person's unused recovery codes. */
export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId, usedAt: null } });
}
