import type { Db } from '@/lib/db';

/** An article that a merge can go over. */
export type MergeArticle = { articleId: string; title: string };

/** The project’s articles that stand and have a submitted reading, by title and id. */
export function findMergeArticles(db: Db, projectId: string): Promise<MergeArticle[]> {
  return db.$queryRaw<MergeArticle[]>`
    SELECT t.id AS "articleId", t.title FROM "Article" t
    WHERE t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Layer" l WHERE l."articleId" = t.id AND l.kind = 'analyst'
        AND l.state = 'submitted')
    ORDER BY t.title, t.id`;
}
