import { isRole } from '@/lib/access/permission';
import type { LayerContext } from './layer-access';
import { v7 } from 'uuid';
import type { Db } from '@/lib/db';
import { blindPolicyOf } from '@/lib/project/project';
import { Prisma } from '@/prisma/generated/client';
import type { LayerState, LayerView } from './layer';
import { layerKindOf, layerStateOf } from './layer';
import { discussionOf, policyOver } from './visibility';

/** A row of a query that selects `layerContextColumns`. */
export type LayerContextRow = {
  layerId: string;
  articleId: string;
  revisionId: string;
  kind: string;
  authorId: string | null;
  state: string;
  projectId: string;
  blind: string;
  isCalibration: boolean;
  hideSource: boolean;
  projectArchived: boolean;
  articleArchived: boolean;
  role: string | null;
  ownState: string | null;
  ownInRound: boolean | null;
  codebookVersion: number | null;
};

/**
 * SQL condition on a membership `m` of a project `p`: it counts only with the second factor, where
 * the project requires one.
 */
export const withFactor = Prisma.sql`(NOT p."requireSecondFactor" OR EXISTS (
  SELECT 1 FROM "SecondFactor" f WHERE f."userId" = m."userId" AND f."confirmedAt" IS NOT NULL))`;

/**
 * SQL condition: the user is a member, and only lacks the second factor that the project `p`
 * requires.
 */
export const lacksFactor = (userId: Prisma.Sql) => Prisma.sql`
  p."requireSecondFactor" AND m.role IS NULL AND EXISTS (SELECT 1 FROM "Membership" o
    WHERE o."projectId" = p.id AND o."userId" = ${userId} AND o."removedAt" IS NULL)`;

/** Columns of a layer's context; used with `layerContextFrom`. */
export const layerContextColumns = (userId: string) => Prisma.sql`
  l.id AS "layerId", l."articleId", l."revisionId", l.kind, l."authorId", l.state,
  p.id AS "projectId", p.blind, p."hideSource", p."archivedAt" IS NOT NULL AS "projectArchived",
  t."archivedAt" IS NOT NULL AS "articleArchived",
  t."calibrationSince" IS NOT NULL AS "isCalibration", m.role,
  ${lacksFactor(Prisma.sql`${userId}::uuid`)} AS "lacksFactor",
  (SELECT own.state FROM "Layer" own WHERE own."articleId" = l."articleId"
     AND own.kind = 'analyst' AND own."authorId" = ${userId}::uuid) AS "ownState",
  (SELECT bool_or(d.after IS NULL) FROM "Layer" own JOIN "RoundLayer" d ON d."layerId" = own.id
    WHERE own."articleId" = l."articleId" AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid) AS "ownInRound",
  (SELECT max(version) FROM "CodebookVersion" v WHERE v."projectId" = p.id) AS "codebookVersion"`;

/** FROM clause for `layerContextColumns`. */
export const layerContextFrom = (userId: string) => Prisma.sql`
  FROM "Layer" l JOIN "Article" t ON t.id = l."articleId" JOIN "Project" p ON p.id = t."projectId"
  LEFT JOIN "Membership" m ON m."projectId" = p.id AND m."userId" = ${userId}::uuid
    AND m."removedAt" IS NULL AND ${withFactor}`;

/** Converts a row of `layerContextColumns` to a context. */
export function layerContextOf({ ownInRound, ...row }: LayerContextRow): LayerContext {
  return {
    ...row,
    discussion: discussionOf(ownInRound),
    kind: layerKindOf(row.kind),
    state: layerStateOf(row.state),
    blind: policyOver(blindPolicyOf(row.blind), row.isCalibration),
    role: row.role !== null && isRole(row.role) ? row.role : null,
    ownState: row.ownState === null ? 'none' : layerStateOf(row.ownState),
  };
}

/**
 * The layer with everything that decides what this user may do with it; null where there is no such
 * layer.
 */
export async function findLayerContext(
  db: Db,
  layerId: string,
  userId: string,
): Promise<LayerContext | null> {
  const rows = await db.$queryRaw<LayerContextRow[]>`
    SELECT ${layerContextColumns(userId)} ${layerContextFrom(userId)} WHERE l.id = ${layerId}::uuid`;
  return rows[0] ? layerContextOf(rows[0]) : null;
}

type LayerRow = Omit<LayerView, 'kind' | 'state' | 'createdAt' | 'submittedAt'> & {
  kind: string;
  state: string;
  createdAt: Date;
  submittedAt: Date | null;
};

// Counted per layer along the index: a joined count would read every annotation.
async function findViews(db: Db, where: Prisma.Sql): Promise<LayerView[]> {
  const rows = await db.$queryRaw<LayerRow[]>`
    SELECT l.id, l."articleId", r.number AS revision, l.kind, l.suggester, l.state, l."createdAt",
      l."submittedAt", CASE WHEN u.id IS NOT NULL
        THEN json_build_object('id', u.id, 'name', u.name) END AS author,
      (SELECT count(*)::int FROM "Annotation" a WHERE a."layerId" = l.id AND a."removedAt" IS NULL)
        AS annotations
    FROM "Layer" l JOIN "Revision" r ON r.id = l."revisionId" LEFT JOIN "User" u ON u.id = l."authorId"
    WHERE ${where} ORDER BY l.id`;
  return rows.map((row) => ({
    ...row,
    kind: layerKindOf(row.kind),
    state: layerStateOf(row.state),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  }));
}

/** A layer as the API returns it; null where there is no such layer. */
export async function findLayer(db: Db, layerId: string): Promise<LayerView | null> {
  return (await findViews(db, Prisma.sql`l.id = ${layerId}::uuid`))[0] ?? null;
}

/** The layers with these ids, oldest first. */
export function findTheseLayers(db: Db, layerIds: readonly string[]): Promise<LayerView[]> {
  return findViews(db, Prisma.sql`l.id = ANY(${[...layerIds]}::uuid[])`);
}

/** All layers over the article, oldest first; visibility is not checked. */
export function findLayers(db: Db, articleId: string): Promise<LayerView[]> {
  return findViews(db, Prisma.sql`l."articleId" = ${articleId}::uuid`);
}

/** This user's own layer over the article; null where they have none. */
export async function findOwnLayer(
  db: Db,
  articleId: string,
  userId: string,
): Promise<LayerView | null> {
  const own = Prisma.sql`l."articleId" = ${articleId}::uuid AND l.kind = 'analyst'
    AND l."authorId" = ${userId}::uuid`;
  return (await findViews(db, own))[0] ?? null;
}

/**
 * Creates this user's layer over a revision; false where they have one already, also when requests
 * race.
 */
export async function insertOwnLayer(
  db: Db,
  layer: { articleId: string; revisionId: string; userId: string },
): Promise<boolean> {
  const { userId, ...layerFields } = layer;
  const data = [{ id: v7(), kind: 'analyst', authorId: userId, ...layerFields }];
  return (await db.layer.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Locks the layer's row until the transaction ends, so that nobody else writes to the layer. */
export async function holdLayer(db: Db, layerId: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM "Layer" WHERE id = ${layerId}::uuid FOR UPDATE`;
}

/**
 * Sets a layer's state; by the database's clock, `submittedAt` is the time of the last submission
 * (null while open) and `firstSubmittedAt` that of the first.
 */
export async function setLayerState(db: Db, layerId: string, state: LayerState): Promise<void> {
  await db.$executeRaw`
    UPDATE "Layer" SET state = ${state},
      "submittedAt" = CASE WHEN ${state} = 'submitted' THEN now() END,
      "firstSubmittedAt" = coalesce("firstSubmittedAt", CASE WHEN ${state} = 'submitted' THEN now() END)
    WHERE id = ${layerId}::uuid`;
}

/**
 * Number of events in all layers of an article or of a project: never less than their number of
 * annotations.
 */
export async function countChanges(
  db: Db,
  of: { articleId: string } | { projectId: string },
): Promise<number> {
  const sum = await db.layer.aggregate({
    where: 'articleId' in of ? of : { article: of },
    _sum: { eventCount: true },
  });
  return sum._sum.eventCount ?? 0;
}
