import type { Db } from '@/lib/db';
import type { Learning } from './learning';

/**
 * How far this person is with the project's calibration articles that are not archived, by title. A
 * reading is a source of the consensus when it was submitted, or decided on, before the article became
 * one to be measured by.
 */
export async function findLearning(db: Db, projectId: string, userId: string): Promise<Learning[]> {
  return db.$queryRaw<Learning[]>`
    SELECT t.id AS "articleId", t.title,
      coalesce(own."firstSubmittedAt" <= t."calibrationSince", false) OR EXISTS (
        SELECT 1 FROM "Decision" d WHERE d."articleId" = t.id AND d.at <= t."calibrationSince"
          AND d.sources @> jsonb_build_array(jsonb_build_array(own.id))) AS "isSource",
      (SELECT count(*)::int FROM "CalibrationAttempt" a
        WHERE a."articleId" = t.id AND a."userId" = ${userId}::uuid) AS attempts,
      EXISTS (SELECT 1 FROM "CalibrationAttempt" a
        WHERE a."articleId" = t.id AND a."userId" = ${userId}::uuid AND a.passed) AS "hasPassed"
    FROM "Article" t LEFT JOIN "Layer" own
      ON own."articleId" = t.id AND own.kind = 'analyst' AND own."authorId" = ${userId}::uuid
    WHERE t."projectId" = ${projectId}::uuid AND t."calibrationSince" IS NOT NULL
      AND t."archivedAt" IS NULL
    ORDER BY t.title, t.id`;
}
