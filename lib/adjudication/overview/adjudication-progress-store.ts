import { layerStateOf } from '@/lib/annotation/layer';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { isLearners } from '@/lib/adjudication/unit/source-store';
import type { AdjudicationProgress } from './adjudication-overview';

type Row = Omit<AdjudicationProgress, 'state' | 'merge'> & {
  state: string | null;
  mergedAt: Date | null;
  mergeOpen: number | null;
  mergeUnits: number | null;
};

/** The cursor of the list of articles. */
type ArticleKey = readonly [title: string, articleId: string];

/**
 * The project's articles by title and id, after `after`, at most `limit`, each with how far it is
 * resolved.
 */
export async function findAdjudicationProgress(
  db: Db,
  projectId: string,
  { limit, after }: { limit: number; after: ArticleKey | null },
): Promise<AdjudicationProgress[]> {
  const later = after
    ? Prisma.sql`AND (t.title, t.id) > (${after[0]}, ${after[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id AS "articleId", t.title, t."calibrationSince" IS NOT NULL AS calibration,
      layers.*, decided.*, consensus.state, run.at AS "mergedAt",
      (run.counts ->> 'open')::int AS "mergeOpen", (run.counts ->> 'units')::int AS "mergeUnits"
    FROM (SELECT * FROM "Article" t WHERE t."projectId" = ${projectId}::uuid
        AND t."archivedAt" IS NULL ${later} ORDER BY t.title, t.id LIMIT ${limit}::int) t
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE l.state = 'submitted')::int AS submitted,
        count(*) FILTER (WHERE l.state = 'open' AND EXISTS (SELECT 1 FROM "Annotation" a
          WHERE a."layerId" = l.id AND a."removedAt" IS NULL))::int AS unsubmitted
      FROM "Layer" l WHERE l."articleId" = t.id AND l.kind = 'analyst'
        AND NOT ${isLearners}) layers ON true
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE d.kind NOT IN ('rule', 'relation'))::int AS people,
        count(*) FILTER (WHERE d.kind = 'rule')::int AS rules,
        count(*) FILTER (WHERE d.kind = 'rule' AND cardinality(d."openAttributes") > 0)::int
          AS attributes
      FROM "Decision" d WHERE d."articleId" = t.id AND d."endedAt" IS NULL) decided ON true
    LEFT JOIN LATERAL (SELECT l.state FROM "Layer" l
      WHERE l."articleId" = t.id AND l.kind = 'consensus') consensus ON true
    LEFT JOIN LATERAL (SELECT m.at, m.counts FROM "Merge" m WHERE m."articleId" = t.id
      ORDER BY m.at DESC, m.id DESC LIMIT 1) run ON true
    ORDER BY t.title, t.id`;
  return rows.map(({ state, mergedAt, mergeOpen, mergeUnits, ...row }) => ({
    ...row,
    state: state === null ? null : layerStateOf(state),
    merge: mergedAt && {
      open: mergeOpen ?? 0,
      units: mergeUnits ?? 0,
      at: mergedAt.toISOString(),
    },
  }));
}
