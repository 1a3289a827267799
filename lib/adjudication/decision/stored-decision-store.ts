import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { Decision } from './decision';
import type { DecisionRow } from './decision-store';
import { decisionColumns, decisionOf } from './decision-store';
import type { StoredDecision } from './seen-decision';

type Row = DecisionRow &
  Omit<StoredDecision, keyof Decision | 'endedAt'> & { endedAt: Date | null };

/** Decisions with what is around them, whether they stand or not: those that `where` finds of `d`, its article `t` and its project `p`. */
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
