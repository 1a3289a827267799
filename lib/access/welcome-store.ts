import type { Db } from '@/lib/db';

/** Replaces every welcome link by one with this fingerprint. */
export async function replaceWelcome(db: Db, hash: string): Promise<void> {
  await db.welcome.deleteMany();
  await db.welcome.create({ data: { hash } });
}

/** Whether a welcome link with this fingerprint is unused. */
export async function hasWelcome(db: Db, hash: string): Promise<boolean> {
  return (await db.welcome.findUnique({ where: { hash, usedAt: null } })) !== null;
}

/** Marks the welcome link as used; false if there is no unused one. */
export async function spendWelcome(db: Db, hash: string): Promise<boolean> {
  return (
    (await db.welcome.updateMany({ where: { hash, usedAt: null }, data: { usedAt: new Date() } }))
      .count === 1
  );
}
