import type { Annotation } from '@/lib/annotation/annotation';
import type { LayerState } from '@/lib/annotation/layer';
import type { Call, Outcome } from './send-change';
import { requestAs } from './send-change';

/** A layer as it stands on the server. Positions are UTF-16 code units. */
export type LayerRead = { state: LayerState; annotations: Annotation[] };

type Page = { items: (Annotation & { offsetUnit: string })[]; nextCursor: string | null };

/** Reads a whole layer, page by page. */
export async function readLayer(
  call: Call,
  userId: string,
  layerId: string,
): Promise<Outcome<LayerRead>> {
  const path = `/api/v1/layers/${layerId}`;
  const layer = await requestAs<{ state: LayerState }>(call, userId, ['GET', path]);
  if (layer.kind !== 'done') return layer;
  const annotations: Annotation[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ offsetUnit: 'utf-16', limit: '1000' });
    if (cursor !== null) query.set('cursor', cursor);
    const page: Outcome<Page> = await requestAs(call, userId, [
      'GET',
      `${path}/annotations?${query}`,
    ]);
    if (page.kind !== 'done') return page;
    for (const { offsetUnit: _, ...annotation } of page.answer.items) annotations.push(annotation);
    cursor = page.answer.nextCursor;
  } while (cursor !== null);
  return { kind: 'done', answer: { state: layer.answer.state, annotations } };
}
