import type { DetailedAnnotation, StoredLayer } from './compared-layer';
import type { AttributeValue } from '@/lib/annotation/annotation';
import { layerKindOf, layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';

type AnnotationRow = [
  id: string,
  label: string,
  segments: [number, number][],
  attributes: Record<string, AttributeValue>,
  note: string,
  confidence: number | null,
];

type Row = {
  layerId: string;
  kind: string;
  state: string;
  suggester: string;
  authorId: string | null;
  author: string | null;
  annotations: string;
};

/**
 * Every layer over a revision with its annotations, the oldest layer first, whoever may see it. Raw SQL:
 * the annotations come as one JSON value a layer, since a row for each of them costs several times more.
 */
export async function findStoredLayers(db: Db, revisionId: string): Promise<StoredLayer[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.id AS "layerId", l.kind, l.state, l.suggester, u.id AS "authorId", u.name AS author,
      (SELECT coalesce(json_agg(json_build_array(a.id, a.label, a.segments, a.attributes, a.note,
          a.confidence) ORDER BY a.start, a."end", a.id), '[]')::text
        FROM "Annotation" a WHERE a."layerId" = l.id AND a."removedAt" IS NULL) AS annotations
    FROM "Layer" l LEFT JOIN "User" u ON u.id = l."authorId"
    WHERE l."revisionId" = ${revisionId}::uuid ORDER BY l.id`;
  return rows.map((row) => {
    const annotations = (JSON.parse(row.annotations) as AnnotationRow[]).map(
      ([id, label, segments, attributes, note, confidence]): DetailedAnnotation => ({
        id,
        label,
        segments: segments.map(([start, end]) => ({ start, end })),
        attributes,
        note,
        confidence,
      }),
    );
    return {
      layerId: row.layerId,
      kind: layerKindOf(row.kind),
      state: layerStateOf(row.state),
      author: row.author ?? (row.suggester || 'Consensus'),
      authorId: row.authorId,
      annotationCount: annotations.length,
      annotations,
    };
  });
}
