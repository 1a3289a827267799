import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { findStoredDecisions } from '@/lib/adjudication/decision/stored-decision-store';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';

/** The place of a decision among those of its article. */
export type DecisionPosition = Pick<StoredDecision, 'start' | 'end' | 'id'>;

/** Every decision of an article, whether it stands or not, by start, end and id, after `after`; at most `most`. */
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

/** The decisions that made the present versions of these annotations, by annotation. */
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
