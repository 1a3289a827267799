import { callApi } from '@/components/ui/api';
import type { Listing } from '@/lib/access/listing';
import type { Annotation } from '@/lib/annotation/annotation';
import { visibleLayerOf } from '@/lib/annotation/article-workspace';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import type { LayerView } from '@/lib/annotation/layer';

/** Every annotation of a layer, in UTF-16 code units; throws as `callApi` does. */
export async function readAnnotations(layerId: string, signal: AbortSignal): Promise<Annotation[]> {
  const annotations: Annotation[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/v1/layers/${layerId}/annotations?offsetUnit=utf-16&limit=1000${after}`;
    const page: Listing<Annotation> = await callApi('GET', path, undefined, { signal });
    annotations.push(...page.items);
    cursor = page.nextCursor;
  }
  return annotations;
}

/** The layers over an article that the reader may see, their own among them; throws as `callApi` does. */
export async function readLayers(articleId: string, signal: AbortSignal): Promise<VisibleLayer[]> {
  const path = `/api/v1/articles/${articleId}/layers`;
  const { items }: Listing<LayerView> = await callApi('GET', path, undefined, { signal });
  return items.map(visibleLayerOf);
}
