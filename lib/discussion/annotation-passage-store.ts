import { layerKindOf, layerStateOf } from '@/lib/annotation/layer';
import type { Seen } from '@/lib/annotation/visibility';
import type { Db } from '@/lib/db';
import type { Passage } from './passage';

/** Where an annotation stands that a thread is to hang on. */
export type AnnotationPassage = Passage & { articleId: string; revisionId: string; layer: Seen };

/** The place of an annotation that stands; null where there is none or it was removed. */
export async function findAnnotationPassage(
  db: Db,
  annotationId: string,
): Promise<AnnotationPassage | null> {
  const row = await db.annotation.findUnique({
    where: { id: annotationId, removedAt: null },
    include: { layer: true },
  });
  if (row === null) return null;
  const { quote, prefix, suffix, layer } = row;
  return {
    articleId: layer.articleId,
    revisionId: layer.revisionId,
    layer: {
      kind: layerKindOf(layer.kind),
      authorId: layer.authorId,
      state: layerStateOf(layer.state),
    },
    segments: (row.segments as [number, number][]).map(([start, end]) => ({ start, end })),
    quote,
    prefix,
    suffix,
  };
}
