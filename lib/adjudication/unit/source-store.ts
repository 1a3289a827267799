import type { AttributeValue } from '@/lib/annotation/annotation';
import { layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { SourceAnnotation, SourceLayer, SourceRelation } from './adjudication-unit';

type AnnotationRow = [
  id: string,
  label: string,
  segments: [number, number][],
  attributes: Record<string, AttributeValue>,
  note: string,
  confidence: number | null,
  version: number,
  codebookVersion: number,
];

type Row = {
  layerId: string;
  state: string;
  authorId: string | null;
  author: string | null;
  calibrates: boolean;
  annotations: string;
};

/**
 * Whether a layer `l` over an article `t` is a learner's: first submitted after the article became
 * a calibration article, or not yet.
 */
export const isLearners = Prisma.sql`coalesce(t."calibrationSince" < coalesce(l."firstSubmittedAt", now()), false)`;

/**
 * A layer with whether it is a learner's, which is scored against the consensus and does not
 * contribute to it.
 */
type FoundLayer = SourceLayer & { calibrates: boolean };

const annotationOf = ([
  id,
  label,
  segments,
  attributes,
  note,
  confidence,
  ...rest
]: AnnotationRow) => {
  const [version, codebookVersion] = rest;
  const ranges = segments.map(([start, end]) => ({ start, end }));
  return { id, label, segments: ranges, attributes, note, confidence, version, codebookVersion };
};

/**
 * Every analyst's layer over a revision with its annotations and their versions, by layer id. The
 * annotations come as one JSON value per layer: rows of many columns take longer to read.
 */
export async function findSources(db: Db, revisionId: string): Promise<FoundLayer[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.id AS "layerId", l.state, u.id AS "authorId", u.name AS author,
      ${isLearners} AS calibrates,
      (SELECT coalesce(json_agg(json_build_array(a.id, a.label, a.segments, a.attributes, a.note,
          a.confidence, a.version, a."codebookVersion") ORDER BY a.start, a."end", a.id), '[]')::text
        FROM "Annotation" a WHERE a."layerId" = l.id AND a."removedAt" IS NULL) AS annotations
    FROM "Layer" l JOIN "Article" t ON t.id = l."articleId"
      LEFT JOIN "User" u ON u.id = l."authorId"
    WHERE l."revisionId" = ${revisionId}::uuid AND l.kind = 'analyst' ORDER BY l.id`;
  return rows.map(({ annotations, author, state, ...row }) => ({
    ...row,
    author: author ?? '',
    state: layerStateOf(state),
    annotations: (JSON.parse(annotations) as AnnotationRow[]).map((annotation): SourceAnnotation =>
      annotationOf(annotation),
    ),
  }));
}

/** The relations in these layers whose annotations both exist. */
export function findSourceRelations(db: Db, layerIds: string[]): Promise<SourceRelation[]> {
  return db.$queryRaw<SourceRelation[]>`
    SELECT r.id, r."layerId", r.type, r."fromId" AS "from", r."toId" AS "to" FROM "Relation" r
    JOIN "Annotation" f ON f.id = r."fromId" AND f."removedAt" IS NULL
    JOIN "Annotation" t ON t.id = r."toId" AND t."removedAt" IS NULL
    WHERE r."layerId" = ANY(${layerIds}::uuid[]) AND r."removedAt" IS NULL ORDER BY r.id`;
}
