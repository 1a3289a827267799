import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import type { AnnotationInput, AnnotationView } from '@/lib/annotation/annotation';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { putAnnotation } from '@/lib/annotation/put-annotation';

/** What one puts, with everything filled in that a case does not care about; UTF-16. */
export function aPut(chosen: Partial<AnnotationInput> = {}): AnnotationInput {
  return {
    label: 'loaded_framing',
    segments: [{ start: 4, end: 10 }],
    attributes: {},
    note: '',
    confidence: null,
    offsetUnit: 'utf-16',
    ...chosen,
  };
}

/** Puts an annotation into the analyst's own layer over the article, opening the layer if need be. */
export async function anAnnotation(
  analyst: Viewer,
  articleId: string,
  chosen: Partial<AnnotationInput> = {},
): Promise<AnnotationView> {
  const { layer } = await openMyLayer(analyst, articleId);
  const unguarded = { ifMatch: null, deedId: null };
  return (await putAnnotation(analyst, layer.id, v7(), aPut(chosen), unguarded)).annotation;
}
