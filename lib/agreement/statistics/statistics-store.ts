import { layerStateOf } from '@/lib/annotation/layer';
import type { LayerState } from '@/lib/annotation/layer';
import type { OwnDiscussion } from '@/lib/annotation/visibility';
import { discussionOf } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { ArticleStatistics } from './article-statistics';

/** An article of a project with what its agreement depends on. */
export type AgreementArticle = {
  articleId: string;
  title: string;
  source: string | null;
  revisionId: string;
  /** Identifies the state of its layers; a different one means that they have changed. */
  fingerprint: string;
  /** Whether statistics with this fingerprint are stored. */
  isUpToDate: boolean;
  /** Whether analysts are measured against its consensus. */
  isCalibration: boolean;
  /** The state of the viewer’s own layer. */
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
};

type AgreementArticleRow = Omit<AgreementArticle, 'ownState' | 'discussion'> & {
  ownState: string | null;
  ownInRound: boolean | null;
};

/**
 * Whether a layer `l` is a learner’s: created to be measured against the consensus of a calibration
 * article that has been one since `n.since`.
 */
const isLearners = Prisma.sql`coalesce(n.since < coalesce(l."firstSubmittedAt", now()), false)`;

/**
 * The project’s articles that are not archived and that two analysts or more have opened, by title,
 * with the fingerprint of their layers; learners’ layers of calibration articles do not count. One
 * pass over the layers in any order, since sorting fifty thousand would cost more than all the
 * rest.
 */
export async function findAgreementArticles(
  db: Db,
  projectId: string,
  userId: string,
): Promise<AgreementArticle[]> {
  const rows = await db.$queryRaw<AgreementArticleRow[]>`
    WITH newest AS MATERIALIZED (
      SELECT DISTINCT ON (t.id) t.id, t.title, t.source, r.id AS "revisionId",
        t."calibrationSince" AS since
      FROM "Article" t JOIN "Revision" r ON r."articleId" = t.id
      WHERE t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL
      ORDER BY t.id, r.number DESC),
    layers AS (
      SELECT l."revisionId", max(l.state) FILTER (WHERE l."authorId" = ${userId}::uuid) AS "ownState",
        bool_or((SELECT bool_or(after IS NULL) FROM "RoundLayer" d WHERE d."layerId" = l.id))
          FILTER (WHERE l."authorId" = ${userId}::uuid) AS "ownInRound",
        concat_ws(' ', count(*) FILTER (WHERE NOT learns), sum("eventCount") FILTER (WHERE NOT learns),
          bit_xor(hashtextextended(l.id::text, "eventCount")) FILTER (WHERE NOT learns),
          sum((extract(epoch FROM "submittedAt") * 1000)::bigint) FILTER (WHERE NOT learns)) AS fingerprint
      FROM (SELECT l.*, ${isLearners} AS learns FROM "Layer" l
        JOIN newest n ON n."revisionId" = l."revisionId" WHERE l.kind = 'analyst') l
      GROUP BY l."revisionId" HAVING count(*) FILTER (WHERE NOT learns) > 1)
    SELECT n.id AS "articleId", n.title, n.source, n."revisionId", r.fingerprint,
      n.since IS NOT NULL AS "isCalibration", r."ownState", r."ownInRound",
      coalesce(s.fingerprint = r.fingerprint, false) AS "isUpToDate"
    FROM newest n JOIN layers r ON r."revisionId" = n."revisionId"
    LEFT JOIN "ArticleStatistics" s ON s."articleId" = n.id ORDER BY n.title, n.id`;
  return rows.map(({ ownInRound, ...row }) => ({
    ...row,
    ownState: row.ownState === null ? 'none' : layerStateOf(row.ownState),
    discussion: discussionOf(ownInRound),
  }));
}

/** Stored statistics, with the fingerprint of the layers that they were computed from. */
export type StoredStatistics = {
  articleId: string;
  fingerprint: string;
  statistics: ArticleStatistics;
};

/** The stored statistics of these articles, up to date or not. */
export async function findStatistics(db: Db, articleIds: string[]): Promise<StoredStatistics[]> {
  const rows = await db.$queryRaw<{ articleId: string; fingerprint: string; content: string }[]>`
    SELECT "articleId", fingerprint, content::text AS content FROM "ArticleStatistics"
    WHERE "articleId" = ANY(${articleIds}::uuid[])`;
  return rows.map(({ articleId, fingerprint, content }) => ({
    articleId,
    fingerprint,
    statistics: JSON.parse(content) as ArticleStatistics,
  }));
}

/** Stores statistics, replacing those that were there. */
export async function storeStatistics(db: Db, stored: readonly StoredStatistics[]): Promise<void> {
  const ids = stored.map(({ articleId }) => articleId);
  const fingerprints = stored.map(({ fingerprint }) => fingerprint);
  const contents = stored.map(({ statistics }) => JSON.stringify(statistics));
  await db.$executeRaw`
    INSERT INTO "ArticleStatistics" ("articleId", fingerprint, content)
    SELECT * FROM unnest(${ids}::uuid[], ${fingerprints}::text[], ${contents}::jsonb[])
    ON CONFLICT ("articleId") DO UPDATE
      SET fingerprint = excluded.fingerprint, content = excluded.content, "updatedAt" = now()`;
}

/** One analyst’s layer in the database; positions in UTF-16. */
export type AnalystLayerRow = {
  articleId: string;
  revisionId: string;
  layerId: string;
  userId: string;
  state: string;
  /** When it was submitted or, if later, last changed; RFC 3339. */
  readAt: string;
  /** Length of the text, in code points, and whether it has surrogate pairs. */
  length: number;
  hasPairs: boolean;
  /** Id, label, segments; in no particular order. */
  annotations: [id: string, label: string, segments: [number, number][]][];
};

/**
 * The analysts’ layers of these revisions that are submitted or not empty; without those of
 * learners.
 */
export async function findAnalystLayerRows(
  db: Db,
  revisionIds: string[],
): Promise<AnalystLayerRow[]> {
  const rows = await db.$queryRaw<
    (Omit<AnalystLayerRow, 'annotations' | 'readAt'> & {
      annotations: string | null;
      readAt: Date;
    })[]
  >`
    SELECT l."articleId", l."revisionId", l.id AS "layerId", l."authorId" AS "userId", l.state,
      greatest(l."submittedAt", a.at, l."createdAt") AS "readAt", r.length,
      r.text ~ '[\\U00010000-\\U0010ffff]' AS "hasPairs", a.annotations
    FROM "Layer" l JOIN "Revision" r ON r.id = l."revisionId"
    JOIN (SELECT id, "calibrationSince" AS since FROM "Article") n ON n.id = l."articleId"
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(id, label, segments))::text AS annotations, max("updatedAt") AS at
      FROM "Annotation" WHERE "layerId" = l.id AND "removedAt" IS NULL) a ON true
    WHERE l.kind = 'analyst' AND l."authorId" IS NOT NULL AND l."revisionId" = ANY(${revisionIds}::uuid[])
      AND (l.state = 'submitted' OR a.annotations IS NOT NULL) AND NOT ${isLearners}
    ORDER BY l."articleId", l.id`;
  return rows.map((row) => ({
    ...row,
    readAt: row.readAt.toISOString(),
    annotations: JSON.parse(row.annotations ?? '[]') as AnalystLayerRow['annotations'],
  }));
}
