import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { DiscussionPanelState } from '@/components/discussion/discussion';
import type { Segment } from '@/lib/article/segment';
import { quoteOf } from '@/lib/annotation/span';

type Around = {
  article: RefObject<ArticleTextHandle | null>;
  /** What was selected when the palette took the focus. */
  savedSelection: RefObject<Segment[] | null>;
};

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
