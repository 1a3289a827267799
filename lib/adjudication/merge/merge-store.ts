import type { Db } from '@/lib/db';
import type { MergeStrategy, MergeCounts, MergeRun } from './merge';
import { mergeStrategy, mergeCounts } from './merge';

/** Records that a merge was run. */
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

/** The cursor of the list of merges. */
type MergeKey = readonly [at: string, mergeId: string];

/**
 * The merges that were run over an article, latest first, those before `after`; at most `limit`.
 */
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

/** An article that can be merged. */
export type MergeArticle = { articleId: string; title: string };

/** The project's articles that are not archived and have a submission, by title and id. */
export function findMergeArticles(db: Db, projectId: string): Promise<MergeArticle[]> {
  return db.$queryRaw<MergeArticle[]>`
    SELECT t.id AS "articleId", t.title FROM "Article" t
    WHERE t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Layer" l WHERE l."articleId" = t.id AND l.kind = 'analyst'
        AND l.state = 'submitted')
    ORDER BY t.title, t.id`;
}
