import type { Db } from '@/lib/db';
import type { LayerState } from './layer';
import { layerStateOf } from './layer';
import type { Learning } from './learning';
import type { OwnDiscussion } from './visibility';
import { discussionOf } from './visibility';

/** A user's progress with one article. */
export type Progress = {
  state: LayerState | 'none';
  annotations: number;
  discussion: OwnDiscussion;
};

/**
 * The user's progress by article id, for those of these articles of the project in which they have
 * a layer; archived articles count only with `archived`.
 */
export async function findProgress(
  db: Db,
  projectId: string,
  userId: string,
  articleIds: string[],
  { archived }: { archived: boolean } = { archived: false },
): Promise<Map<string, Progress>> {
  const rows = await db.$queryRaw<
    { articleId: string; state: string; annotations: number; isInRound: boolean | null }[]
  >`
    SELECT l."articleId", l.state, (SELECT count(*)::int FROM "Annotation" a
      WHERE a."layerId" = l.id AND a."removedAt" IS NULL) AS annotations,
      (SELECT bool_or(after IS NULL) FROM "RoundLayer" d WHERE d."layerId" = l.id) AS "isInRound"
    FROM "Layer" l JOIN "Article" t ON t.id = l."articleId"
    WHERE l.kind = 'analyst' AND l."authorId" = ${userId}::uuid
      AND t."projectId" = ${projectId}::uuid AND t.id = ANY(${articleIds}::uuid[])
      AND (t."archivedAt" IS NULL OR ${archived})`;
  return new Map(
    rows.map(({ articleId, state, annotations, isInRound }) => [
      articleId,
      { state: layerStateOf(state), annotations, discussion: discussionOf(isInRound) },
    ]),
  );
}

/** Number of layers that are begun (have any event) but not submitted, and of those submitted. */
export type WorkProgress = { begun: number; submitted: number };

/**
 * The user's progress by project id, in the projects that they are a member of, without archived
 * articles; archived projects count for their owners alone.
 */
export async function findOwnProgress(db: Db, userId: string): Promise<Map<string, WorkProgress>> {
  const rows = await db.$queryRaw<(WorkProgress & { projectId: string })[]>`
    SELECT t."projectId",
      count(*) FILTER (WHERE l.state <> 'submitted' AND l."eventCount" > 0)::int AS begun,
      count(*) FILTER (WHERE l.state = 'submitted')::int AS submitted
    FROM "Layer" l JOIN "Article" t ON t.id = l."articleId"
    JOIN "Project" p ON p.id = t."projectId"
    JOIN "Membership" m ON m."projectId" = p.id AND m."userId" = l."authorId"
    WHERE l.kind = 'analyst' AND l."authorId" = ${userId}::uuid
      AND m."removedAt" IS NULL AND (p."archivedAt" IS NULL OR m.role = 'owner')
      AND t."archivedAt" IS NULL
    GROUP BY t."projectId"`;
  return new Map(rows.map(({ projectId, begun, submitted }) => [projectId, { begun, submitted }]));
}

/**
 * Number of analysts who have begun and who have submitted, by article id, for these articles of
 * the project.
 */
export async function findTeamProgress(
  db: Db,
  projectId: string,
  articleIds: string[],
): Promise<Map<string, WorkProgress>> {
  const rows = await db.$queryRaw<(WorkProgress & { articleId: string })[]>`
    SELECT l."articleId",
      count(*) FILTER (WHERE l.state <> 'submitted' AND l."eventCount" > 0)::int AS begun,
      count(*) FILTER (WHERE l.state = 'submitted')::int AS submitted
    FROM "Layer" l JOIN "Article" t ON t.id = l."articleId"
    WHERE l.kind = 'analyst' AND t."projectId" = ${projectId}::uuid
      AND t.id = ANY(${articleIds}::uuid[])
    GROUP BY l."articleId"`;
  return new Map(rows.map(({ articleId, begun, submitted }) => [articleId, { begun, submitted }]));
}

/**
 * The user's progress with the project's calibration articles that are not archived, sorted by
 * title. A layer is a source of the consensus when it was submitted, or decided on, before the
 * article became a calibration article.
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
