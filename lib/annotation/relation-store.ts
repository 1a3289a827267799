import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { RelationInput, RelationView } from './relation';

/** A relation, and whether it is removed. */
export type StoredRelation = RelationView & { removed: boolean };

function viewOf(row: Prisma.RelationGetPayload<object>): StoredRelation {
  return {
    id: row.id,
    layerId: row.layerId,
    type: row.type,
    from: row.fromId,
    to: row.toId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    removed: row.removedAt !== null,
  };
}

/**
 * A layer's relations by id, those after `after`, at most `limit`; without those that have a
 * removed end.
 */
export async function findRelations(
  db: Db,
  layerId: string,
  limit: number,
  after: string | null,
): Promise<StoredRelation[]> {
  const later = after === null ? Prisma.empty : Prisma.sql`AND r.id > ${after}::uuid`;
  const rows = await db.$queryRaw<Prisma.RelationGetPayload<object>[]>`
    SELECT r.* FROM "Relation" r
    JOIN "Annotation" f ON f.id = r."fromId" AND f."removedAt" IS NULL
    JOIN "Annotation" t ON t.id = r."toId" AND t."removedAt" IS NULL
    WHERE r."layerId" = ${layerId}::uuid AND r."removedAt" IS NULL ${later}
    ORDER BY r.id LIMIT ${limit}::int`;
  return rows.map(viewOf);
}

/** A relation, removed or not, of whichever layer; null where there is none. */
export async function findRelation(db: Db, relationId: string): Promise<StoredRelation | null> {
  const row = await db.relation.findUnique({ where: { id: relationId } });
  return row && viewOf(row);
}

/**
 * The labels, by annotation id, of those of these annotations that are in the layer and not
 * removed.
 */
export async function findLabels(
  db: Db,
  layerId: string,
  annotationIds: string[],
): Promise<Map<string, string>> {
  const rows = await db.annotation.findMany({
    where: { layerId, id: { in: annotationIds }, removedAt: null },
    select: { id: true, label: true },
  });
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/**
 * Creates, changes or restores a relation of this layer; null where the id belongs to another
 * layer.
 */
export async function writeRelation(
  db: Db,
  layerId: string,
  relationId: string,
  { type, from, to }: RelationInput,
): Promise<StoredRelation | null> {
  const rows = await db.$queryRaw<Prisma.RelationGetPayload<object>[]>`
    INSERT INTO "Relation" AS r (id, "layerId", type, "fromId", "toId")
    VALUES (${relationId}::uuid, ${layerId}::uuid, ${type}, ${from}::uuid, ${to}::uuid)
    ON CONFLICT (id) DO UPDATE SET type = EXCLUDED.type, "fromId" = EXCLUDED."fromId",
      "toId" = EXCLUDED."toId", "updatedAt" = now(), "removedAt" = NULL
    WHERE r."layerId" = EXCLUDED."layerId" RETURNING r.*`;
  return rows[0] ? viewOf(rows[0]) : null;
}

/** Removes a relation; its row stays. */
export async function markRelationRemoved(db: Db, relationId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Relation" SET "removedAt" = now(), "updatedAt" = now() WHERE id = ${relationId}::uuid`;
}
