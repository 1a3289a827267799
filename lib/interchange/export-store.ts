import { instantOf } from '@/lib/annotation/stored-content';
import { layerKindOf, layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { AnnotationCells } from './annotation-csv';
import type { ExportArticle, ExportLayer } from './exported';

type ArticleRow = Omit<ExportArticle, 'layers'> & {
  layers: (Omit<ExportLayer, 'kind' | 'state'> & { kind: string; state: string })[];
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
  most: number,
): Promise<ExportArticle[]> {
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT t.id AS "articleId", t.title, t.source, t.author, t.url, t."publishedAt", t.language,
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'revisionId', r.id,
          'revision', r.number, 'kind', l.kind, 'authorId', l."authorId",
          'name', coalesce(u.name, l.suggester), 'state', l.state, 'deeds', l."deedCount")), '[]')
        FROM "Layer" l JOIN "Revision" r ON r.id = l."revisionId"
        LEFT JOIN "User" u ON u.id = l."authorId" WHERE l."articleId" = t.id) AS layers
    FROM "Article" t WHERE ${where(extent)} ORDER BY t.title COLLATE "C", t.id LIMIT ${most}::int`;
  return rows.map(({ layers, ...article }) => ({
    ...article,
    layers: layers.map((layer) => ({
      ...layer,
      kind: layerKindOf(layer.kind),
      state: layerStateOf(layer.state),
    })),
  }));
}

/** A layer in its place: which of the articles asked for, and the annotator's rank among its layers. */
export type PlacedLayer = { layerId: string; article: number; rank: number };

/** An annotation with the place (in what was asked for) of its layer. */
export type ExportRow = AnnotationCells & { place: number };

/** The last row of a page: where the next one goes on. Only within one article. */
export type RowKey = { start: number; end: number; rank: number; label: string; id: string };

type Told = [
  number,
  string,
  string,
  [number, number][],
  string,
  string,
  string,
  AnnotationCells['attributes'],
  string,
  number | null,
  number,
  string,
  string,
];

/**
 * The annotations of these layers by article, start, end, annotator's rank, label and id, after
 * `after`, at most `most`. Each layer is read along its index, no further than the page can reach.
 * They come as one JSON value, which costs a fraction of rows of many columns.
 */
export async function findExportRows(
  db: Db,
  layers: readonly PlacedLayer[],
  most: number,
  after: RowKey | null,
): Promise<ExportRow[]> {
  const later =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (a.start, a."end") >= (${after.start}::int, ${after.end}::int)
          AND (a.start, a."end", l.rank, a.label COLLATE "C", a.id) > (${after.start}::int,
            ${after.end}::int, ${after.rank}::int, ${after.label}, ${after.id}::uuid)`;
  const rows = await db.$queryRaw<{ found: string }[]>`
    SELECT coalesce(json_agg(json_build_array(place, id, label, segments, quote, prefix, suffix,
      attributes, note, confidence, "codebookVersion", "createdAt", "updatedAt")), '[]')::text AS found
    FROM (
      SELECT l.place - 1 AS place, a.*
      FROM unnest(${layers.map(({ layerId }) => layerId)}::uuid[],
          ${layers.map(({ article }) => article)}::int[], ${layers.map(({ rank }) => rank)}::int[])
        WITH ORDINALITY AS l("layerId", article, rank, place)
      CROSS JOIN LATERAL (
        SELECT * FROM "Annotation" a
        WHERE a."layerId" = l."layerId" AND a."removedAt" IS NULL ${later}
        ORDER BY a.start, a."end", a.label COLLATE "C", a.id LIMIT ${most}::int) a
      ORDER BY l.article, a.start, a."end", l.rank, a.label COLLATE "C", a.id LIMIT ${most}::int
    ) AS page`;
  return (JSON.parse(rows[0]?.found ?? '[]') as Told[]).map((told) => ({
    place: told[0],
    id: told[1],
    label: told[2],
    segments: told[3],
    quote: told[4],
    prefix: told[5],
    suffix: told[6],
    attributes: told[7],
    note: told[8],
    confidence: told[9],
    codebookVersion: told[10],
    createdAt: instantOf(told[11]),
    updatedAt: instantOf(told[12]),
  }));
}

/** An article's title, to name its file. */
export async function findTitle(db: Db, articleId: string): Promise<string> {
  const row = await db.article.findUnique({ where: { id: articleId }, select: { title: true } });
  return row?.title ?? '';
}
