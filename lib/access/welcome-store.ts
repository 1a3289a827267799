import type { Db } from '@/lib/db';

/** Replaces every welcome link by the one of this fingerprint. */
export async function replaceWelcome(db: Db, hash: string): Promise<void> {
  await db.welcome.deleteMany();
  await db.welcome.create({ data: { hash } });
}

/** Whether a welcome link of this fingerprint is open. */
export async function hasWelcome(db: Db, hash: string): Promise<boolean> {
  return (await db.welcome.findUnique({ where: { hash, usedAt: null } })) !== null;
}

/** Uses up the welcome link; false when there is none open. */
export async function spendWelcome(db: Db, hash: string): Promise<boolean> {
  return (
    (await db.welcome.updateMany({ where: { hash, usedAt: null }, data: { usedAt: new Date() } }))
      .count === 1
  );
}
