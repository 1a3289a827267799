import type { Db } from '@/lib/db';

/** The size of the database on disk, in bytes. */
export async function findDatabaseSize(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ bytes: bigint }[]>`
    SELECT pg_database_size(current_database()) AS bytes`;
  return Number(rows[0]?.bytes ?? 0);
}
