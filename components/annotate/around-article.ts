import { useCallback, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { DiscussionPanelState } from '@/components/discussion/discussion';
import { quoteOf } from '@/lib/annotation/span';
import type { Segment } from '@/lib/article/segment';

/** The fields of the open card that keys lead to. */
export type EditorFields = {
  note: RefObject<HTMLTextAreaElement | null>;
  confidence: RefObject<HTMLDivElement | null>;
  /** Where something can be said about the annotation. */
  discussion: RefObject<HTMLElement | null>;
};

/** Puts the keyboard into a field of the open card, if one is open. */
export function focusField(fields: EditorFields, field: keyof EditorFields): void {
  if (field !== 'confidence') fields[field].current?.focus();
  else {
    const steps = fields.confidence.current;
    const chosen = steps?.querySelector<HTMLInputElement>('input:checked');
    (chosen ?? steps?.querySelector<HTMLInputElement>('input'))?.focus();
  }
}

/** Tells whoever listens that marks may lie elsewhere now. */
export type LayoutNotifier = {
  /** `atOnce` where somebody waits for what follows from it; else with the next frame. */
  notify(this: void, atOnce?: boolean): void;
  listen(this: void, listener: (atOnce: boolean) => void): () => void;
};

/** A bell that nobody listens to yet. */
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

/** What lies around the article on the page: handles of its parts, and what was selected in it. */
export function useAroundArticle() {
  const article = useRef<ArticleTextHandle>(null);
  const articleBox = useRef<HTMLDivElement>(null);
  const layoutNotifier = useMemo(() => newLayoutNotifier(), []);
  /** What was selected when the palette took the focus. */
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

/** Opens the discussion of what is selected (`isNow`) or was when the palette opened; else what `orElse` opens, or, where that is null, all of it. */
export function useDiscuss(
  text: string,
  { article, savedSelection }: Around,
  open: (panel: DiscussionPanelState) => void,
) {
  // What is typed next belongs into the field, so it must be there now.
  const now = (panel: DiscussionPanelState) => flushSync(() => open(panel));
  return (isNow: boolean, orElse: (() => void) | null): void => {
    const segments = article.current?.selection() ?? (isNow ? null : savedSelection.current);
    if (segments === null) return orElse === null ? now({ show: 'all' }) : orElse();
    article.current?.clearSelection();
    const passage = { annotationId: null, segments, quote: quoteOf(text, segments) };
    return now({ show: 'new-thread', target: passage });
  };
}
