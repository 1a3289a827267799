import type { Db } from '@/lib/db';
import type { LayerState } from './layer';
import { layerStateOf } from './layer';

/** How far one person is with one article. */
export type Progress = { state: LayerState | 'none'; annotations: number };

/** This person's progress in those of these articles of the project in which they have a layer. */
export async function findProgress(
  db: Db,
  projectId: string,
  userId: string,
  articleIds: string[],
): Promise<Map<string, Progress>> {
  const rows = await db.$queryRaw<{ articleId: string; state: string; annotations: number }[]>`
    SELECT l."articleId", l.state, (SELECT count(*)::int FROM "Annotation" a
      WHERE a."layerId" = l.id AND a."removedAt" IS NULL) AS annotations
    FROM "Layer" l JOIN "Article" t ON t.id = l."articleId"
    WHERE l.kind = 'analyst' AND l."authorId" = ${userId}::uuid
      AND t."projectId" = ${projectId}::uuid AND t.id = ANY(${articleIds}::uuid[])`;
  return new Map(
    rows.map(({ articleId, state, annotations }) => [
      articleId,
      { state: layerStateOf(state), annotations },
    ]),
  );
}
