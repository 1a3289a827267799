import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import { showPlace } from '@/components/comparison/show-place';
import { unitOver } from '@/components/comparison/unit-filter';
import type { Blocks } from '@/components/live/span-shelf';
import type { Segment } from '@/lib/article/segment';
import type { Place } from './place';
import type { SettlingAsk } from './settling-ask';

/** Scrolls the chosen place into view when it is another one; answers how to have it shown again. */
export function useShown(
  chosen: Place | null,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
): () => void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const shown = article.current?.textPlaces();
    if (chosen === null || !shown || seen.current === chosen.id) return;
    seen.current = chosen.id;
    showPlace(shown, blocks, chosen);
  }, [chosen, blocks, article]);
  return useCallback(() => {
    seen.current = null;
  }, []);
}

/** Keeps to the stretch that was chosen: a place whose marks were made anew has another id, and the one that is there now is meant. */
export function useSameStretch(
  found: Place | null,
  unit: string | null,
  places: readonly Place[],
  change: (changed: Partial<SettlingAsk>) => void,
): void {
  const stretch = useRef<Segment | null>(null);
  useEffect(() => {
    if (found !== null) stretch.current = { start: found.start, end: found.end };
    else if (unit !== null && stretch.current !== null) {
      const { start, end } = stretch.current;
      change({ unit: unitOver(places, start, end)?.id ?? null });
    }
  }, [found, unit, places, change]);
}
