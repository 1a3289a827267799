import type { Db } from '@/lib/db';
import type { AnnotationThen, LayerMoment } from './layer-moment';
import type { StoredContent } from './stored-content';
import { contentOf, instantOf } from './stored-content';

type Row = [id: string, version: number, content: StoredContent, at: string, madeAt: string];

/**
 * What each of these layers held at its moment, in their order: of each annotation the newest version
 * among the layer's first deeds, and none where that removed it. By start, end and id. One query for
 * all; it reads the history of the layers along an index, a few hundred layers at a time are wise.
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
    (JSON.parse(found.get(at + 1) ?? '[]') as Row[]).map(
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
