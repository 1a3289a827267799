import type { Db } from '@/lib/db';

/** A frozen text without its text. */
export type ExportRevision = { id: string; revision: number; sha256: string; length: number };

/** The revisions of an article, the first one first. */
export async function findRevisions(db: Db, articleId: string): Promise<ExportRevision[]> {
  const rows = await db.revision.findMany({
    where: { articleId },
    select: { id: true, number: true, sha256: true, length: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ number, ...row }) => ({ ...row, revision: number }));
}
