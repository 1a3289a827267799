import type { Db } from '@/lib/db';
import type { MergeStrategy } from '../merge-strategy';
import { mergeStrategy } from '../merge-strategy';
import type { MergeCounts } from './merge-counts';
import { mergeCounts } from './merge-counts';

/** One run of a merge. */
export type MergeRun = {
  id: string;
  strategy: MergeStrategy;
  counts: MergeCounts;
  by: { id: string; name: string };
  at: string;
};

/** Keeps that a merge was run. */
export async function insertMerge(
  db: Db,
  merge: {
    id: string;
    articleId: string;
    strategy: MergeStrategy;
    counts: MergeCounts;
    byId: string;
  },
): Promise<void> {
  await db.merge.create({ data: merge });
}

/** The runs of merges over an article, the latest first; at most `most`. */
export async function findMerges(db: Db, articleId: string, most: number): Promise<MergeRun[]> {
  const rows = await db.merge.findMany({
    where: { articleId },
    include: { by: { select: { id: true, name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return rows.map(({ id, strategy, counts, by, at }) => ({
    id,
    strategy: mergeStrategy.parse(strategy),
    counts: mergeCounts.parse(counts),
    by,
    at: at.toISOString(),
  }));
}
