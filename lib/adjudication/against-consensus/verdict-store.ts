import type { Db } from '@/lib/db';
import type { Verdict } from './verdict';

type Row = Omit<Verdict, 'at' | 'by' | 'made' | 'sources' | 'layerIds'> & {
  byId: string;
  byName: string;
  at: Date;
  made: [annotationId: string, version: number][];
  sources: [layerId: string, annotationId: string, version: number][];
};

/**
 * What was decided over an article up to a moment (RFC 3339; null: by now), by place. Decisions that
 * were ended by then are among them, since what they made may stand; `stands` tells them.
 */
export async function findVerdicts(
  db: Db,
  articleId: string,
  moment: string | null,
): Promise<Verdict[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id AS "decisionId", d.start, d."end", d.kind, d.rule, d.reason, d.sources, d."rejectedLabels", d.at,
      u.id AS "byId", u.name AS "byName",
      coalesce(d."endedAt" > ${moment}::timestamptz, d."endedAt" IS NULL) AS "isCurrent",
      (SELECT coalesce(json_agg(json_build_array(v."annotationId", v.version)), '[]')
        FROM "DecidedVersion" v WHERE v."decisionId" = d.id) AS made
    FROM "Decision" d JOIN "User" u ON u.id = d."byId"
    WHERE d."articleId" = ${articleId}::uuid AND d.kind <> 'relation'
      AND coalesce(d.at <= ${moment}::timestamptz, true)
    ORDER BY d.start, d."end", d.id`;
  return rows.map(({ byId, byName, at, made, sources, ...row }) => ({
    ...row,
    by: { id: byId, name: byName },
    at: at.toISOString(),
    made: made.map(([annotationId, version]) => ({ annotationId, version })),
    sources: sources.map(([, annotationId]) => annotationId),
    layerIds: sources.map(([layerId]) => layerId),
  }));
}
