import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { DiscussionPanelState } from '@/components/discussion/use-discussion';
import { useCallback, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { quoteOf } from '@/lib/annotation/span';
import type { Segment } from '@/lib/article/segment';

/** The fields of the open card that have keyboard shortcuts. */
export type EditorFields = {
  note: RefObject<HTMLTextAreaElement | null>;
  confidence: RefObject<HTMLDivElement | null>;
  /** The discussion of the annotation. */
  discussion: RefObject<HTMLElement | null>;
};

/** Focuses a field of the open card, if one is open. */
export function focusField(fields: EditorFields, field: keyof EditorFields): void {
  if (field !== 'confidence') fields[field].current?.focus();
  else {
    const steps = fields.confidence.current;
    const chosen = steps?.querySelector<HTMLInputElement>('input:checked');
    (chosen ?? steps?.querySelector<HTMLInputElement>('input'))?.focus();
  }
}

/** Notifies listeners that annotations may have moved on the page. */
export type LayoutNotifier = {
  /** With `atOnce` listeners react at once, else with the next frame. */
  notify(this: void, atOnce?: boolean): void;
  listen(this: void, listener: (atOnce: boolean) => void): () => void;
};

/** Creates a notifier without listeners. */
function newLayoutNotifier(): LayoutNotifier {
  const listeners = new Set<(atOnce: boolean) => void>();
  return {
    notify: (atOnce = false) => listeners.forEach((listener) => listener(atOnce)),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Handles of the article and of the elements around it, and what was selected in it. */
export function useAroundArticle() {
  const article = useRef<ArticleTextHandle>(null);
  const articleBox = useRef<HTMLDivElement>(null);
  const layoutNotifier = useMemo(() => newLayoutNotifier(), []);
  /** The selection at the moment when the palette took the focus. */
  const savedSelection = useRef<Segment[] | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const confidence = useRef<HTMLDivElement>(null);
  const hereCard = useRef<HTMLElement>(null);
  const discussion = useRef<HTMLElement>(null);
  const fields = useMemo<EditorFields>(() => ({ note, confidence, discussion }), []);
  const saveSelection = useCallback(() => {
    savedSelection.current = article.current?.selection() ?? null;
  }, []);
  return { article, articleBox, layoutNotifier, savedSelection, saveSelection, fields, hereCard };
}

type Around = Pick<ReturnType<typeof useAroundArticle>, 'article' | 'savedSelection'>;

/**
 * Opens the discussion of the current selection (`isNow`), or of the one when the palette opened;
 * without a selection calls `orElse`, or, where that is null, opens all threads.
 */
export function useDiscuss(
  text: string,
  { article, savedSelection }: Around,
  open: (panel: DiscussionPanelState) => void,
) {
  // The field must exist now, since it gets what is typed next.
  const now = (panel: DiscussionPanelState) => flushSync(() => open(panel));
  return (isNow: boolean, orElse: (() => void) | null): void => {
    const segments = article.current?.selection() ?? (isNow ? null : savedSelection.current);
    if (segments === null) return orElse === null ? now({ show: 'all' }) : orElse();
    article.current?.clearSelection();
    const passage = { annotationId: null, segments, quote: quoteOf(text, segments) };
    return now({ show: 'new-thread', target: passage });
  };
}
