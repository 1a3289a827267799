import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import { scrollToPassage } from '@/components/workbench/scroll-to-passage';
import { unitOver } from '@/components/workbench/unit-filter';
import type { Blocks } from '@/components/live/span-index';
import type { Segment } from '@/lib/article/segment';
import type { Passage } from './passage';
import type { AdjudicationQuery } from './adjudication-query';

/** Scrolls the chosen place into view when it is another one; answers how to have it shown again. */
export function useScrollToChosen(
  chosen: Passage | null,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
): () => void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const shown = article.current?.textLayout();
    if (chosen === null || !shown || seen.current === chosen.id) return;
    seen.current = chosen.id;
    scrollToPassage(shown, blocks, chosen);
  }, [chosen, blocks, article]);
  return useCallback(() => {
    seen.current = null;
  }, []);
}

/** Keeps to the stretch that was chosen: a place whose marks were made anew has another id, and the one that is there now is meant. */
export function useStableSelection(
  found: Passage | null,
  unit: string | null,
  passages: readonly Passage[],
  change: (changed: Partial<AdjudicationQuery>) => void,
): void {
  const lastSpan = useRef<Segment | null>(null);
  useEffect(() => {
    if (found !== null) lastSpan.current = { start: found.start, end: found.end };
    else if (unit !== null && lastSpan.current !== null) {
      const { start, end } = lastSpan.current;
      change({ unit: unitOver(passages, start, end)?.id ?? null });
    }
  }, [found, unit, passages, change]);
}
