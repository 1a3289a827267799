import { layerKindOf, layerStateOf } from '@/lib/annotation/layer';
import { discussionOf } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { ExportArticle, ExportLayer } from './export-shown';

type ArticleRow = Omit<ExportArticle, 'layers'> & {
  layers: (Omit<ExportLayer, 'kind' | 'state' | 'discussion'> & {
    kind: string;
    state: string;
    isInRound: boolean | null;
  })[];
};

/** Where a list of articles goes on: after this title and id. */
export type ArticleKey = { title: string; articleId: string };

/** Which articles: one, or those of a project that are not archived, from `after` on. */
export type Extent = { articleId: string } | { projectId: string; after: ArticleKey | null };

function where(extent: Extent): Prisma.Sql {
  if ('articleId' in extent) return Prisma.sql`t.id = ${extent.articleId}::uuid`;
  const { projectId, after } = extent;
  const later =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (t.title COLLATE "C", t.id) > (${after.title}, ${after.articleId}::uuid)`;
  return Prisma.sql`t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL ${later}`;
}

/** Articles by title (in the order of code points) and id, at most `most`. */
export async function findExportArticles(
  db: Db,
  extent: Extent,
  limit: number,
): Promise<ExportArticle[]> {
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT t.id AS "articleId", t.title, t.source, t.author, t.url, t."publishedAt", t.language,
      t."calibrationSince" IS NOT NULL AS "isCalibration",
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'revisionId', r.id,
          'revision', r.number, 'kind', l.kind, 'authorId', l."authorId",
          'name', coalesce(u.name, l.suggester), 'state', l.state, 'eventCount', l.\"eventCount\",
          'isInRound', (SELECT bool_or(after IS NULL) FROM "RoundLayer" d
            WHERE d."layerId" = l.id))), '[]')
        FROM "Layer" l JOIN "Revision" r ON r.id = l."revisionId"
        LEFT JOIN "User" u ON u.id = l."authorId" WHERE l."articleId" = t.id) AS layers
    FROM "Article" t WHERE ${where(extent)} ORDER BY t.title COLLATE "C", t.id LIMIT ${limit}::int`;
  return rows.map(({ layers, ...article }) => ({
    ...article,
    layers: layers.map(({ isInRound, ...layer }) => ({
      ...layer,
      kind: layerKindOf(layer.kind),
      state: layerStateOf(layer.state),
      discussion: discussionOf(isInRound),
    })),
  }));
}

/** An article's title, to name its file. */
export async function findTitle(db: Db, articleId: string): Promise<string> {
  const row = await db.article.findUnique({ where: { id: articleId }, select: { title: true } });
  return row?.title ?? '';
}
