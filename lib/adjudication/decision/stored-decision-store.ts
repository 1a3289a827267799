import type { Verdict } from '@/lib/adjudication/against-consensus';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Decision } from './decision';
import type { DecisionRow } from './decision-store';
import { decisionColumns, decisionOf } from './decision-store';
import type { StoredDecision } from './seen-decision';

type Row = DecisionRow &
  Omit<StoredDecision, keyof Decision | 'endedAt'> & { endedAt: Date | null };

/**
 * Decisions with their articles and ends, in force or not: those that `where` selects of `d`, its
 * article `t` and its project `p`.
 */
export async function findStoredDecisions(
  db: Db,
  where: Prisma.Sql,
  order: Prisma.Sql,
): Promise<StoredDecision[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${decisionColumns}, t."projectId", t.id AS "articleId", t.title AS "articleTitle", t.source,
      d."revisionId", r.number AS revision, d."layerId", d."endedAt", d."replacedById",
      CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'name', e.name) END AS "endedBy"
    FROM "Decision" d JOIN "User" u ON u.id = d."byId" JOIN "Article" t ON t.id = d."articleId"
      JOIN "Project" p ON p.id = t."projectId" JOIN "Revision" r ON r.id = d."revisionId"
      LEFT JOIN "User" e ON e.id = d."endedById"
    WHERE ${where} ${order}`;
  return rows.map((row) => ({ ...decisionOf(row), endedAt: row.endedAt?.toISOString() ?? null }));
}

/** One decision; null where there is none. */
export async function findStoredDecision(
  db: Db,
  decisionId: string,
): Promise<StoredDecision | null> {
  const where = Prisma.sql`d.id = ${decisionId}::uuid`;
  return (await findStoredDecisions(db, where, Prisma.empty))[0] ?? null;
}

/** The authors of layers, by layer. */
export async function findLayerAuthors(
  db: Db,
  layerIds: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.layer.findMany({
    where: { id: { in: [...new Set(layerIds)] } },
    select: { id: true, author: { select: { id: true, name: true } } },
  });
  return new Map(rows.flatMap(({ id, author }) => (author === null ? [] : [[id, author]])));
}

/** The cursor of an article's decisions. */
type DecisionPosition = Pick<StoredDecision, 'start' | 'end' | 'id'>;

/**
 * All decisions of an article, in force or not, by start, end and id, after `after`; at most
 * `limit`.
 */
export function findArticleDecisions(
  db: Db,
  articleId: string,
  { limit, after }: { limit: number; after: DecisionPosition | null },
): Promise<StoredDecision[]> {
  const later =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (d.start, d."end", d.id)
          > (${after.start}::int, ${after.end}::int, ${after.id}::uuid)`;
  return findStoredDecisions(
    db,
    Prisma.sql`d."articleId" = ${articleId}::uuid ${later}`,
    Prisma.sql`ORDER BY d.start, d."end", d.id LIMIT ${limit}::int`,
  );
}

/** The decisions that made the current versions of these annotations, by annotation id. */
export async function findDecisionsOf(
  db: Db,
  annotationIds: readonly string[],
): Promise<Map<string, StoredDecision>> {
  if (annotationIds.length === 0) return new Map();
  const made = await db.$queryRaw<{ annotationId: string; decisionId: string }[]>`
    SELECT v."annotationId", v."decisionId" FROM "Annotation" a JOIN "DecidedVersion" v
      ON v."annotationId" = a.id AND v.version = a.version
    WHERE a.id = ANY(${[...annotationIds]}::uuid[])`;
  const ids = made.map(({ decisionId }) => decisionId);
  const decisions = await findStoredDecisions(
    db,
    Prisma.sql`d.id = ANY(${ids}::uuid[])`,
    Prisma.empty,
  );
  const found = new Map(decisions.map((decision) => [decision.id, decision]));
  return new Map(
    made.flatMap(({ annotationId, decisionId }) => {
      const decision = found.get(decisionId);
      return decision === undefined ? [] : [[annotationId, decision] as const];
    }),
  );
}

/**
 * The id of the decision that made the current version of an annotation; null where there is none,
 * or the annotation is removed.
 */
export async function findDecisionOf(db: Db, annotationId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ decisionId: string }[]>`
    SELECT v."decisionId" FROM "Annotation" a JOIN "DecidedVersion" v
      ON v."annotationId" = a.id AND v.version = a.version
    WHERE a.id = ${annotationId}::uuid AND a."removedAt" IS NULL`;
  return row?.decisionId ?? null;
}

/** The ids of the decisions that this one replaced, oldest first. */
export async function findReplacedBy(db: Db, decisionId: string): Promise<string[]> {
  const rows = await db.decision.findMany({
    where: { replacedById: decisionId },
    select: { id: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}

type VerdictRow = Omit<Verdict, 'at' | 'by' | 'made' | 'sources' | 'layerIds'> & {
  byId: string;
  byName: string;
  at: Date;
  made: [annotationId: string, version: number][];
  sources: [layerId: string, annotationId: string, version: number][];
};

/**
 * The decisions of an article up to a moment (RFC 3339; null: now), in text order. Decisions that
 * were ended by then are included, since what they made may remain; `isCurrent` tells them apart.
 */
export async function findVerdicts(
  db: Db,
  articleId: string,
  moment: string | null,
): Promise<Verdict[]> {
  const rows = await db.$queryRaw<VerdictRow[]>`
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
