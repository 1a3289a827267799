import { inTextOrder } from '@/lib/agreement/comparison/mark';
import type { StoredContent } from '@/lib/annotation/stored-content';
import { contentOf } from '@/lib/annotation/stored-content';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { ContentMark } from './layer-content';

type Row = [annotationId: string, version: number, content: StoredContent];

/**
 * What a layer held when it had so many deeds, in text order; null: what it holds now. Of each
 * annotation the newest version of those deeds counts, and none where that removed it.
 */
export async function findContentAt(
  db: Db,
  layerId: string,
  deeds: number | null,
): Promise<ContentMark[]> {
  const upTo = deeds === null ? Prisma.empty : Prisma.sql`AND number <= ${deeds}::int`;
  const rows = await db.$queryRaw<{ found: string }[]>`
    SELECT coalesce(json_agg(json_build_array(id, version, content)), '[]')::text AS found FROM (
      SELECT DISTINCT ON ("annotationId") "annotationId" AS id, version, deed, content
      FROM "AnnotationEvent" WHERE "layerId" = ${layerId}::uuid ${upTo}
      ORDER BY "annotationId", version DESC) newest WHERE deed = 'put'`;
  return (JSON.parse(rows[0]?.found ?? '[]') as Row[])
    .map(([id, version, stored]): ContentMark => {
      const { codebookVersion: _, ...content } = contentOf(stored);
      return { id, version, ...content };
    })
    .sort(inTextOrder);
}
