import type { Db } from '@/lib/db';

/** The decisions whose place this one took, the first one first. */
export async function findReplacedBy(db: Db, decisionId: string): Promise<string[]> {
  const rows = await db.decision.findMany({
    where: { replacedById: decisionId },
    select: { id: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}
