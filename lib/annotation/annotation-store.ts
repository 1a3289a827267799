import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Annotation } from './annotation';
import type { ChangeKind, Version } from './history';
import type { StoredContent } from './stored-content';
import { contentOf, instantOf } from './stored-content';

/** The place of an annotation in its layer's order: start, end, id. */
export type AnnotationKey = readonly [start: number, end: number, annotationId: string];

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
 * A layer's annotations sorted by start, end, id, after `after`; at most `most`, or all. They come as
 * one JSON value, because thousands of rows of many columns cost more than reading them.
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

/** The layer that an annotation, removed or not, belongs to. */
export async function findLayerOf(db: Db, annotationId: string): Promise<string | null> {
  const row = await db.annotation.findUnique({
    where: { id: annotationId },
    select: { layerId: true },
  });
  return row?.layerId ?? null;
}

/** An annotation's versions after `after`, the first one first, at most `most`; their quotes are not known here. */
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
