import type { Db } from '@/lib/db';

/**
 * How many changes were made in all layers of an article, or of a project: never less than they have
 * annotations.
 */
export async function countChanges(
  db: Db,
  of: { articleId: string } | { projectId: string },
): Promise<number> {
  const sum = await db.layer.aggregate({
    where: 'articleId' in of ? of : { article: of },
    _sum: { eventCount: true },
  });
  return sum._sum.eventCount ?? 0;
}
