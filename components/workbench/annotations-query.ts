import { parseRange } from './comparison-page-query';
import type { Segment } from '@/lib/article/segment';

/** What stands in the address of an article's readings. */
export type AnnotationsQuery = {
  /** The layer that is shown first. */
  layer: string | null;
  /** A place that is shown, in code points. */
  at: Segment | null;
};

/** Reads an address; what it says that cannot be is as if it said nothing. */
export function annotationsQueryOf(
  asked: Record<string, string | string[] | undefined>,
): AnnotationsQuery {
  const { layer, at } = asked;
  return {
    layer: typeof layer === 'string' ? layer : null,
    at: parseRange(typeof at === 'string' ? at : null),
  };
}

/** The address of a place in a layer, among the readings of its article. */
export function annotationsAddress(
  articleId: string,
  layerId: string,
  { start, end }: Segment,
): string {
  return `/articles/${articleId}/annotations?layer=${layerId}&at=${start}-${end}`;
}
