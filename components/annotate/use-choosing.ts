import { useCallback, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { Annotation } from '@/lib/annotation/annotation';
import { neighbourOf } from './neighbour';

/** The annotation that is chosen, and how to come to another. */
export type Choosing = {
  chosen: Annotation | null;
  choose(annotationId: string | null): void;
  /** Chooses and scrolls to it. */
  show(annotationId: string): void;
  neighbour(to: 'next' | 'previous'): Annotation | null;
};

/** Keeps which annotation is chosen. One that went away meanwhile is no longer chosen. */
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
