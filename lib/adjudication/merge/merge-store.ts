import type { Db } from '@/lib/db';
import type { MergeStrategy } from '../merge-strategy';
import { mergeStrategy } from '../merge-strategy';
import type { MergeCounts } from './merge-counts';
import { mergeCounts } from './merge-counts';
import type { MergeRun } from './merge-input';

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

/** Where a page of runs goes on: after this one. */
export type MergeKey = readonly [at: string, mergeId: string];

/** The runs of merges over an article, the latest first, those before `after`; at most `most`. */
export async function findMerges(
  db: Db,
  articleId: string,
  { limit, after = null }: { limit: number; after?: MergeKey | null },
): Promise<MergeRun[]> {
  const earlier = after && [{ at: { lt: after[0] } }, { at: after[0], id: { lt: after[1] } }];
  const rows = await db.merge.findMany({
    where: { articleId, ...(earlier === null ? {} : { OR: earlier }) },
    include: { by: { select: { id: true, name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ id, strategy, counts, by, at }) => ({
    id,
    strategy: mergeStrategy.parse(strategy),
    counts: mergeCounts.parse(counts),
    by,
    at: at.toISOString(),
  }));
}
