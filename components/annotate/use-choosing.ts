import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { RefObject } from 'react';
import { useCallback, useMemo, useState } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';

const startOf = ({ segments }: Annotation) => segments[0]?.start ?? 0;

/**
 * The annotation after or before the chosen one; with none chosen, the next one from the caret, or
 * the last one before it. Null at either end. `annotations` are sorted by start.
 */
export function neighbourOf(
  annotations: readonly Annotation[],
  to: 'next' | 'previous',
  chosen: Annotation | null,
  caret: () => number,
): Annotation | null {
  const rank = chosen === null ? -1 : annotations.findIndex(({ id }) => id === chosen.id);
  if (rank >= 0) return annotations[to === 'next' ? rank + 1 : rank - 1] ?? null;
  const position = caret();
  const after = annotations.findIndex((annotation) => startOf(annotation) >= position);
  if (to === 'next') return annotations[after] ?? null;
  return annotations[(after === -1 ? annotations.length : after) - 1] ?? null;
}

/** The chosen annotation, and how to choose another. */
export type Choosing = {
  chosen: Annotation | null;
  choose(annotationId: string | null): void;
  /** Chooses and scrolls to it. */
  show(annotationId: string): void;
  neighbour(to: 'next' | 'previous'): Annotation | null;
};

/** State of the chosen annotation. One that was removed is no longer chosen. */
export function useChoosing(
  annotations: readonly Annotation[],
  article: RefObject<ArticleTextHandle | null>,
): Choosing {
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = useMemo(
    () => annotations.find(({ id }) => id === chosenId) ?? null,
    [annotations, chosenId],
  );
  const show = useCallback(
    (annotationId: string) => {
      choose(annotationId);
      requestAnimationFrame(() => article.current?.reveal(annotationId));
    },
    [article],
  );
  const neighbour = useCallback(
    (to: 'next' | 'previous') =>
      neighbourOf(annotations, to, chosen, () => article.current?.caret() ?? 0),
    [annotations, chosen, article],
  );
  return { chosen, choose, show, neighbour };
}
