import type { Db } from '@/lib/db';
import type { EncodedSegmentation } from '@/lib/article/segmentation';
import type { ArticleWorkspace, Neighbour } from './article-workspace';

/** An article as it is stored, with the segmentation of one revision and its neighbours by title. */
export type WorkspaceArticle = {
  article: Omit<ArticleWorkspace['article'], 'sourceHidden'>;
  segmentation: EncodedSegmentation;
  previous: Neighbour | null;
  next: Neighbour | null;
};

type Row = Omit<ArticleWorkspace['article'], 'sourceHidden'> & Omit<WorkspaceArticle, 'article'>;

/** The article's own fields, the revision's segmentation, and the articles before and after it in the project's list. */
export async function findWorkspaceArticle(
  db: Db,
  articleId: string,
  revisionId: string,
): Promise<WorkspaceArticle | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t.title, t.source, t.author, t.url, t."publishedAt", t.language,
      t."archivedAt" IS NOT NULL AS archived, r.segmentation,
      (SELECT json_build_object('id', n.id, 'title', n.title) FROM "Article" n
        WHERE n."projectId" = t."projectId" AND n."archivedAt" IS NULL
          AND (n.title, n.id) < (t.title, t.id)
        ORDER BY n.title DESC, n.id DESC LIMIT 1) AS previous,
      (SELECT json_build_object('id', n.id, 'title', n.title) FROM "Article" n
        WHERE n."projectId" = t."projectId" AND n."archivedAt" IS NULL
          AND (n.title, n.id) > (t.title, t.id)
        ORDER BY n.title, n.id LIMIT 1) AS next
    FROM "Article" t JOIN "Revision" r ON r.id = ${revisionId}::uuid AND r."articleId" = t.id
    WHERE t.id = ${articleId}::uuid`;
  const row = rows[0];
  if (row === undefined) return null;
  const { segmentation, previous, next, ...article } = row;
  return { article, segmentation, previous, next };
}
