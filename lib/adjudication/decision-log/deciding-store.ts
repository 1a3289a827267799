import type { Db } from '@/lib/db';

/** Which decision made the present version of an annotation; null where none did, or it was removed. */
export async function findDecisionOf(db: Db, annotationId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ decisionId: string }[]>`
    SELECT v."decisionId" FROM "Annotation" a JOIN "DecidedVersion" v
      ON v."annotationId" = a.id AND v.version = a.version
    WHERE a.id = ${annotationId}::uuid AND a."removedAt" IS NULL`;
  return row?.decisionId ?? null;
}
