import { v7 } from 'uuid';
import type { Db } from '@/lib/db';
import type { Attempt, NewAttempt } from './calibration-result';
import type { Score } from './score';

/** Since when the article is a calibration article (RFC 3339); null where it is none. */
export async function findCalibrationSince(db: Db, articleId: string): Promise<string | null> {
  const row = await db.article.findUnique({
    where: { id: articleId },
    select: { calibrationSince: true },
  });
  return row?.calibrationSince?.toISOString() ?? null;
}

/**
 * Makes the article a calibration article from now on, by the database's clock, or no longer; an
 * earlier start stays.
 */
export async function setCalibration(db: Db, articleId: string, isOne: boolean): Promise<void> {
  await db.$executeRaw`
    UPDATE "Article" SET "calibrationSince" =
      CASE WHEN ${isOne}::boolean THEN coalesce("calibrationSince", now()) END
    WHERE id = ${articleId}::uuid`;
}

/** A submitted layer over a calibration article, of a current member. */
export type LayerToMeasure = {
  articleId: string;
  revisionId: string;
  projectId: string;
  userId: string;
  eventCount: number;
  role: string;
  /** Whether this very content was scored already. */
  isMeasured: boolean;
};

/** The layer, where it is to be scored; null otherwise. */
export async function findLayerToMeasure(db: Db, layerId: string): Promise<LayerToMeasure | null> {
  const rows = await db.$queryRaw<LayerToMeasure[]>`
    SELECT l."articleId", l."revisionId", t."projectId", l."authorId" AS "userId", l."eventCount",
      m.role, EXISTS (SELECT 1 FROM "CalibrationAttempt" a
        WHERE a."layerId" = l.id AND a."eventCount" = l."eventCount") AS "isMeasured"
    FROM "Layer" l JOIN "Article" t ON t.id = l."articleId"
    JOIN "Membership" m ON m."projectId" = t."projectId" AND m."userId" = l."authorId"
    WHERE l.id = ${layerId}::uuid AND l.kind = 'analyst' AND l.state = 'submitted'
      AND t."calibrationSince" IS NOT NULL AND m."removedAt" IS NULL`;
  return rows[0] ?? null;
}

/** Stores an attempt under the next number of its person and article; the layer must be held. */
export async function insertAttempt(db: Db, { score, ...attempt }: NewAttempt): Promise<void> {
  const { articleId, userId } = attempt;
  const number = 1 + (await db.calibrationAttempt.count({ where: { articleId, userId } }));
  await db.calibrationAttempt.createMany({
    data: [{ id: v7(), number, score, ...attempt }],
    skipDuplicates: true,
  });
}

/** This person's attempts at the article, earliest first. */
export async function findAttempts(db: Db, articleId: string, userId: string): Promise<Attempt[]> {
  const rows = await db.calibrationAttempt.findMany({
    where: { articleId, userId },
    orderBy: { number: 'asc' },
  });
  return rows.map(
    ({ number, layerId, eventCount, consensusEventCount, passMark, passed, at, score }) => ({
      number,
      layerId,
      eventCount,
      consensusEventCount,
      passMark,
      passed,
      at: at.toISOString(),
      score: score as Score,
    }),
  );
}

/** Records that a member has passed all calibration articles; the first time stays. */
export async function setCalibrated(db: Db, projectId: string, userId: string): Promise<void> {
  await db.membership.updateMany({
    where: { projectId, userId, calibratedAt: null },
    data: { calibratedAt: new Date() },
  });
}

/**
 * The person's name and their layer over the article; null for those who were never members of the
 * project.
 */
export async function findLearner(
  db: Db,
  { articleId, projectId, userId }: { articleId: string; projectId: string; userId: string },
): Promise<{ name: string; layerId: string | null } | null> {
  const row = await db.membership.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: { user: { select: { name: true } } },
  });
  if (row === null) return null;
  const layer = await db.layer.findFirst({
    where: { articleId, kind: 'analyst', authorId: userId },
    select: { id: true },
  });
  return { name: row.user.name, layerId: layer?.id ?? null };
}

/** Those of these articles of the project that are resolved. */
export async function findResolved(
  db: Db,
  projectId: string,
  articleIds: readonly string[],
): Promise<string[]> {
  const rows = await db.layer.findMany({
    where: {
      articleId: { in: [...articleIds] },
      article: { projectId },
      kind: 'consensus',
      state: 'submitted',
    },
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}

/** When a member had passed all calibration articles (RFC 3339); null until then. */
export async function findCalibratedAt(
  db: Db,
  projectId: string,
  userId: string,
): Promise<string | null> {
  const row = await db.membership.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: { calibratedAt: true },
  });
  return row?.calibratedAt?.toISOString() ?? null;
}
