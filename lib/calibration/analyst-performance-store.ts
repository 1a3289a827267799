import type { Db } from '@/lib/db';
import type { AnalystPerformanceView } from './analyst-performance';

/**
 * Annotations as they are stored: id, label, segments in UTF-16 code units; in no particular order.
 */
export type AnnotationTuple = [id: string, label: string, segments: [number, number][]];

/** An article whose consensus is submitted. */
export type ResolvedArticle = {
  articleId: string;
  revisionId: string;
  consensusId: string;
  /** The text's length in code points, and whether it has characters beyond the basic plane. */
  length: number;
  hasPairs: boolean;
};

/** The project's resolved articles that are not archived. */
export function findResolvedArticles(db: Db, projectId: string): Promise<ResolvedArticle[]> {
  return db.$queryRaw<ResolvedArticle[]>`
    SELECT t.id AS "articleId", r.id AS "revisionId", l.id AS "consensusId", r.length,
      r.text ~ '[\\U00010000-\\U0010ffff]' AS "hasPairs"
    FROM "Article" t JOIN "Layer" l ON l."articleId" = t.id AND l.kind = 'consensus'
    JOIN "Revision" r ON r.id = l."revisionId"
    WHERE t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL AND l.state = 'submitted'
    ORDER BY t.id`;
}

/** The current annotations of these layers, by layer. */
export async function findAnnotationTuples(
  db: Db,
  layerIds: string[],
): Promise<Map<string, AnnotationTuple[]>> {
  const rows = await db.$queryRaw<{ layerId: string; annotations: string }[]>`
    SELECT "layerId", json_agg(json_build_array(id, label, segments))::text AS annotations
    FROM "Annotation" WHERE "layerId" = ANY(${layerIds}::uuid[]) AND "removedAt" IS NULL
    GROUP BY "layerId"`;
  return new Map(
    rows.map(({ layerId, annotations }) => [layerId, JSON.parse(annotations) as AnnotationTuple[]]),
  );
}

/** A member's layer over a resolved article, as it was before its author had seen others'. */
type IndependentLayer = {
  articleId: string;
  revisionId: string;
  userId: string;
  name: string;
  at: string;
  annotations: AnnotationTuple[];
};

type LayerRow = Omit<IndependentLayer, 'at' | 'annotations'> & {
  at: Date;
  annotations: string | null;
};

/**
 * The submitted layers over these articles, of all members or of one: as they were at the first
 * attempt, where it is a calibration article, and before the first discussion round; else as they
 * are now. A layer that is being annotated again counts by its first attempt meanwhile.
 */
export async function findIndependentLayers(
  db: Db,
  projectId: string,
  articleIds: string[],
  userId: string | null,
): Promise<IndependentLayer[]> {
  const rows = await db.$queryRaw<LayerRow[]>`
    WITH layers AS (
      SELECT l.id, l."articleId", l."revisionId", u.id AS "userId", u.name,
        coalesce(f.at, l."firstSubmittedAt", l."submittedAt") AS at,
        least(f."eventCount", (SELECT min(r.before) FROM "RoundLayer" r WHERE r."layerId" = l.id))
          AS "eventCount"
      FROM "Layer" l JOIN "User" u ON u.id = l."authorId"
      JOIN "Membership" m ON m."userId" = u.id AND m."projectId" = ${projectId}::uuid
        AND m."removedAt" IS NULL
      LEFT JOIN LATERAL (SELECT c.at, c."eventCount" FROM "CalibrationAttempt" c
        WHERE c."layerId" = l.id ORDER BY c.number LIMIT 1) f ON true
      WHERE l.kind = 'analyst' AND l."articleId" = ANY(${articleIds}::uuid[])
        AND (l.state = 'submitted' OR f.at IS NOT NULL)
        AND coalesce(u.id = ${userId}::uuid, true))
    SELECT "articleId", "revisionId", "userId", name, at, CASE
      WHEN "eventCount" IS NULL THEN (
        SELECT json_agg(json_build_array(a.id, a.label, a.segments))::text
        FROM "Annotation" a WHERE a."layerId" = layers.id AND a."removedAt" IS NULL)
      ELSE (
        SELECT json_agg(json_build_array(e.id, e.content->'label', e.content->'segments'))::text FROM (
          SELECT DISTINCT ON ("annotationId") "annotationId" AS id, kind, content
          FROM "AnnotationEvent" v WHERE v."layerId" = layers.id AND v.sequence <= layers."eventCount"
          ORDER BY "annotationId", version DESC) e WHERE e.kind = 'put') END AS annotations
    FROM layers ORDER BY at, "articleId"`;
  return rows.map(({ at, annotations, ...row }) => ({
    ...row,
    at: at.toISOString(),
    annotations: JSON.parse(annotations ?? '[]') as AnnotationTuple[],
  }));
}

/** A member's calibration. */
type Calibrated = {
  userId: string;
  name: string;
  calibratedAt: string | null;
  attempts: AnalystPerformanceView['attempts'];
};

/**
 * The calibration of the project's members, or of one of them; those who have not begun have no
 * attempts, and archived articles are left out.
 */
export async function findCalibrated(
  db: Db,
  projectId: string,
  userId: string | null,
): Promise<Calibrated[]> {
  const members = await db.membership.findMany({
    where: { projectId, removedAt: null, ...(userId === null ? {} : { userId }) },
    select: { userId: true, calibratedAt: true, user: { select: { name: true } } },
  });
  const attempts = await db.calibrationAttempt.findMany({
    where: { article: { projectId, archivedAt: null }, ...(userId === null ? {} : { userId }) },
    select: {
      userId: true,
      number: true,
      at: true,
      score: true,
      passMark: true,
      passed: true,
      article: { select: { id: true, title: true } },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return members.map(({ userId: memberId, calibratedAt, user }) => ({
    userId: memberId,
    name: user.name,
    calibratedAt: calibratedAt?.toISOString() ?? null,
    attempts: attempts
      .filter((attempt) => attempt.userId === memberId)
      .map(({ article, at, score, number, passMark, passed }) => ({
        articleId: article.id,
        title: article.title,
        number,
        at: at.toISOString(),
        f1Characters: (score as { all: { f1Characters: number } }).all.f1Characters,
        passMark,
        passed,
      })),
  }));
}
