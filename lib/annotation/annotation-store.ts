import { contentOf, instantOf } from './annotation';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Annotation, StoredContent } from './annotation';
import type { ChangeKind, Version, AnnotationThen, LayerMoment } from './history';

/** The sort key of an annotation within its layer: start, end (UTF-16 code units), id. */
type AnnotationKey = readonly [start: number, end: number, annotationId: string];

type Row = StoredContent & Omit<Annotation, keyof StoredContent>;

function annotationOf(row: Row): Annotation {
  return {
    id: row.id,
    layerId: row.layerId,
    ...contentOf(row),
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    version: row.version,
    createdAt: instantOf(row.createdAt),
    updatedAt: instantOf(row.updatedAt),
  };
}

/**
 * A layer's current annotations sorted by start, end and id, those after `after`; at most `limit`,
 * or all. They come as one JSON value, because reading thousands of rows with many columns costs
 * more than parsing it.
 */
export async function findAnnotations(
  db: Db,
  layerId: string,
  { limit: max, after }: { limit?: number; after?: AnnotationKey | null } = {},
): Promise<Annotation[]> {
  const later = after
    ? Prisma.sql`AND (start, "end", id) > (${after[0]}::int, ${after[1]}::int, ${after[2]}::uuid)`
    : Prisma.empty;
  const limit = max === undefined ? Prisma.empty : Prisma.sql`LIMIT ${max}::int`;
  const rows = await db.$queryRaw<{ found: string }[]>`
    SELECT coalesce(json_agg(found), '[]')::text AS found FROM (
      SELECT id, "layerId", label, segments, attributes, note, confidence, "codebookVersion", quote,
        prefix, suffix, version, "createdAt", "updatedAt"
      FROM "Annotation" WHERE "layerId" = ${layerId}::uuid AND "removedAt" IS NULL ${later}
      ORDER BY start, "end", id ${limit}) found`;
  return (JSON.parse(rows[0]?.found ?? '[]') as Row[]).map(annotationOf);
}

/** The id of the layer of an annotation, removed or not; null where there is no such annotation. */
export async function findLayerOf(db: Db, annotationId: string): Promise<string | null> {
  const row = await db.annotation.findUnique({
    where: { id: annotationId },
    select: { layerId: true },
  });
  return row?.layerId ?? null;
}

/**
 * An annotation's versions after version `after`, in ascending order, at most `limit`. Quotes are
 * not included: they are not stored with a version.
 */
export async function findVersions(
  db: Db,
  annotationId: string,
  limit: number,
  after: number,
): Promise<Omit<Version, 'quote'>[]> {
  const rows = await db.annotationEvent.findMany({
    where: { annotationId, version: { gt: after } },
    include: { by: { select: { id: true, name: true } } },
    orderBy: { version: 'asc' },
    take: limit,
  });
  return rows.map(({ version, kind, content, by, at }) => ({
    ...contentOf(content as StoredContent),
    version,
    kind: (kind === 'remove' ? 'remove' : 'put') satisfies ChangeKind,
    by,
    at: at.toISOString(),
  }));
}

type RowThen = [id: string, version: number, content: StoredContent, at: string, madeAt: string];

/**
 * The annotations of each layer at its moment, in the order of `moments`: of each annotation the
 * newest version among the layer's first `eventCount` events, without those that were removed by
 * then. Sorted by start, end and id. One query for all, which reads the layers' history along an
 * index; pass at most a few hundred layers at a time.
 */
export async function findLayersAt(
  db: Db,
  moments: readonly LayerMoment[],
): Promise<AnnotationThen[][]> {
  const layerIds = moments.map(({ layerId }) => layerId);
  const eventCounts = moments.map((moment) => moment.eventCount);
  const rows = await db.$queryRaw<{ position: number; found: string }[]>`
    SELECT m.position::int AS position, held.found
    FROM unnest(${layerIds}::uuid[], ${eventCounts}::int[]) WITH ORDINALITY AS m("layerId", "eventCount", position)
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_array(newest.id, newest.version, newest.content, newest.at,
          a."createdAt") ORDER BY (newest.content#>>'{segments,0,0}')::int,
          (newest.content#>>'{segments,-1,1}')::int, newest.id), '[]')::text AS found
      FROM (SELECT DISTINCT ON (e."annotationId") e."annotationId" AS id, e.version, e.kind, e.content,
            e.at FROM "AnnotationEvent" e
          WHERE e."layerId" = m."layerId" AND e.sequence <= m."eventCount"
          ORDER BY e."annotationId", e.sequence DESC) newest
      JOIN "Annotation" a ON a.id = newest.id
      WHERE newest.kind = 'put') held`;
  const found = new Map(rows.map(({ position, found: json }) => [position, json]));
  return moments.map((_, at) =>
    (JSON.parse(found.get(at + 1) ?? '[]') as RowThen[]).map(
      ([id, version, content, madeThen, createdAt]) => ({
        id,
        version,
        ...contentOf(content),
        createdAt: instantOf(createdAt),
        updatedAt: instantOf(madeThen),
      }),
    ),
  );
}
