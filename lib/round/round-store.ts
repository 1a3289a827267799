import { v7 } from 'uuid';
import { layerStateOf } from '@/lib/annotation/layer';
import type { LayerState } from '@/lib/annotation/layer';
import type { OwnDiscussion } from '@/lib/annotation/visibility';
import { discussionOf } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { StoredRound } from './round';

type Row = Omit<StoredRound, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null };

async function find(db: Db, userId: string, which: Prisma.Sql): Promise<StoredRound[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.number, r."openedAt", json_build_object('id', o.id, 'name', o.name) AS "openedBy",
      r."closedAt", CASE WHEN c.id IS NOT NULL
        THEN json_build_object('id', c.id, 'name', c.name) END AS "closedBy", k.*
    FROM "Round" r JOIN "User" o ON o.id = r."openedById" LEFT JOIN "User" c ON c.id = r."closedById"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS layers, count(DISTINCT l."articleId")::int AS articles,
        count(*) FILTER (WHERE again)::int AS reopened,
        json_build_object('layers', count(*) FILTER (WHERE own),
          'reopened', count(*) FILTER (WHERE own AND again)) AS mine
      FROM "RoundLayer" d JOIN "Layer" l ON l.id = d."layerId"
      JOIN "Article" t ON t.id = l."articleId" AND t."archivedAt" IS NULL
      CROSS JOIN LATERAL (SELECT d.after IS NULL AND l.state = 'open' AS again,
        l."authorId" = ${userId}::uuid AS own) x
      WHERE d."roundId" = r.id) k
    WHERE ${which}`;
  return rows.map(({ openedAt, closedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }));
}

/** A project's rounds, newest first, below the number `before`; one more than `limit`. */
export function findRounds(
  db: Db,
  projectId: string,
  userId: string,
  { limit, before }: { limit: number; before: number | null },
): Promise<StoredRound[]> {
  const older = before === null ? Prisma.empty : Prisma.sql`AND r.number < ${before}::int`;
  const which = Prisma.sql`r."projectId" = ${projectId}::uuid ${older}
    ORDER BY r.number DESC LIMIT ${limit + 1}::int`;
  return find(db, userId, which);
}

/** The round of this number; null where there is none. */
export async function findRound(
  db: Db,
  projectId: string,
  userId: string,
  number: number,
): Promise<StoredRound | null> {
  const which = Prisma.sql`r."projectId" = ${projectId}::uuid AND r.number = ${number}::int`;
  return (await find(db, userId, which))[0] ?? null;
}

/**
 * Locks the project's row, so that nobody opens or closes a round of it meanwhile; returns whether
 * one is open.
 */
export async function holdRounds(db: Db, projectId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ isOpen: boolean }[]>`
    SELECT "discussionSince" IS NOT NULL AS "isOpen" FROM "Project"
    WHERE id = ${projectId}::uuid FOR UPDATE`;
  return rows[0]?.isOpen ?? false;
}

/**
 * Opens the project's next round over every article that is not archived, is no calibration article
 * and has two submissions or more: their event counts are stored in one statement that lets nobody
 * write to the layers meanwhile. Returns the round's number, and how many layers are in it.
 */
export async function insertRound(
  db: Db,
  projectId: string,
  userId: string,
): Promise<{ number: number; layers: number }> {
  const rows = await db.$queryRaw<{ number: number; layers: number }[]>`
    WITH round AS (
      INSERT INTO "Round" (id, "projectId", number, "openedById")
      SELECT ${v7()}::uuid, ${projectId}::uuid, coalesce(max(number), 0) + 1, ${userId}::uuid
      FROM "Round" WHERE "projectId" = ${projectId}::uuid RETURNING id, number, "openedAt"
    ), held AS (
      SELECT l.id, l."eventCount" FROM "Layer" l
      WHERE l.kind = 'analyst' AND l.state = 'submitted' AND l."articleId" IN (
        SELECT s."articleId" FROM "Layer" s JOIN "Article" t ON t.id = s."articleId"
        WHERE t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL
          AND t."calibrationSince" IS NULL AND s.kind = 'analyst' AND s.state = 'submitted'
        GROUP BY s."articleId" HAVING count(*) > 1)
      ORDER BY l.id FOR UPDATE OF l
    ), noted AS (
      INSERT INTO "RoundLayer" ("roundId", "layerId", before)
      SELECT round.id, held.id, held."eventCount" FROM held CROSS JOIN round
    ), discussed AS (
      UPDATE "Layer" l SET "discussedSince" = coalesce(l."discussedSince", round."openedAt")
      FROM held CROSS JOIN round WHERE l.id = held.id
    ), opened AS (
      UPDATE "Project" p SET "discussionSince" = round."openedAt" FROM round
      WHERE p.id = ${projectId}::uuid
    )
    SELECT round.number, (SELECT count(*)::int FROM held) AS layers FROM round`;
  return rows[0] ?? { number: 0, layers: 0 };
}

/**
 * Closes a round: stores the event counts of its layers, and submits those that are open again, as
 * they are. Returns the ids of the latter.
 */
export async function endRound(db: Db, roundId: string, userId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH ended AS (
      UPDATE "Round" SET "closedAt" = now(), "closedById" = ${userId}::uuid
      WHERE id = ${roundId}::uuid RETURNING "projectId"
    ), closed AS (
      UPDATE "Project" p SET "discussionSince" = NULL FROM ended WHERE p.id = ended."projectId"
    ), held AS (
      SELECT l.id, l."eventCount", l.state FROM "Layer" l
      WHERE l.id IN (SELECT "layerId" FROM "RoundLayer" WHERE "roundId" = ${roundId}::uuid)
      ORDER BY l.id FOR UPDATE OF l
    ), noted AS (
      UPDATE "RoundLayer" d SET after = held."eventCount" FROM held
      WHERE d."roundId" = ${roundId}::uuid AND d."layerId" = held.id
    )
    UPDATE "Layer" l SET state = 'submitted', "submittedAt" = now()
    FROM held WHERE l.id = held.id AND held.state = 'open' RETURNING l.id`;
  return rows.map(({ id }) => id);
}

/** A layer in a round: its event counts before and after it, or now. */
type RoundLayer = { layerId: string; userId: string; before: number; after: number };

/** One text in a round with its layers, and what the viewer's access to its article depends on. */
export type RoundArticle = {
  articleId: string;
  revisionId: string;
  isCalibration: boolean;
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
  layers: RoundLayer[];
};

type ArticleRow = Omit<RoundArticle, 'ownState' | 'discussion'> & {
  ownState: string | null;
  ownInRound: boolean | null;
};

/** The texts of a round with two or more of its layers, by id; archived articles are left out. */
export async function findRoundArticles(
  db: Db,
  roundId: string,
  userId: string,
): Promise<RoundArticle[]> {
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT t.id AS "articleId", l."revisionId", t."calibrationSince" IS NOT NULL AS "isCalibration",
      own.state AS "ownState",
      (SELECT bool_or(after IS NULL) FROM "RoundLayer" x WHERE x."layerId" = own.id) AS "ownInRound",
      json_agg(json_build_object('layerId', l.id, 'userId', l."authorId", 'before', d.before,
        'after', coalesce(d.after, l."eventCount")) ORDER BY l.id) AS layers
    FROM "RoundLayer" d JOIN "Layer" l ON l.id = d."layerId" JOIN "Article" t ON t.id = l."articleId"
    LEFT JOIN "Layer" own ON own."articleId" = t.id AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid
    WHERE d."roundId" = ${roundId}::uuid AND t."archivedAt" IS NULL
    GROUP BY t.id, l."revisionId", own.id HAVING count(*) > 1 ORDER BY t.id, l."revisionId"`;
  return rows.map(({ ownInRound, ...row }) => ({
    ...row,
    ownState: row.ownState === null ? 'none' : layerStateOf(row.ownState),
    discussion: discussionOf(ownInRound),
  }));
}

/** The length of a text in code points, and whether it has characters beyond the basic plane. */
export type TextSize = { length: number; hasPairs: boolean };

/** The sizes of these texts, by revision. */
export async function findTextSizes(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, TextSize>> {
  const rows = await db.$queryRaw<(TextSize & { id: string })[]>`
    SELECT id, length, text ~ '[\\U00010000-\\U0010ffff]' AS "hasPairs" FROM "Revision"
    WHERE id = ANY(${[...revisionIds]}::uuid[])`;
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}
