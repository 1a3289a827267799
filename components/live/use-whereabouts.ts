import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { TextLayout } from '@/components/article-text/text-layout';
import type { Segment } from '@/lib/article/segment';
import type { PageMessage } from '@/lib/annotation/live-message';
import type { ArticleLive } from './article-live';
import type { Blocks } from './span-index';

/** The interval of presence messages while the viewer moves and while they do not, in milliseconds. */
const pace = { moving: 500, still: 15_000 };

/** The bottom of the sticky bars, in px of the window; the text that is read is below it. */
const readingLine = 110;

/** Where the viewer reads: at the caret where it is in view, else in the topmost visible block. */
function whereIn(layout: TextLayout, blocks: Blocks): Pick<PageMessage, 'at' | 'selection'> {
  const view = layout.inView();
  if (view === null) return { at: null, selection: [] };
  const caret = layout.caret();
  const block = caret === null ? -1 : blocks.at(caret);
  const isCaretInView = block >= view.first && block <= view.last;
  const top = blocks.all[layout.blockFrom(readingLine)]?.start ?? 0;
  const selected = layout.selected();
  return {
    at: isCaretInView ? caret : top,
    selection: selected === null ? [] : [selected],
  };
}

/** Sends the viewer's position in the text to the live server while the page is visible. */
export function useWhereabouts(
  live: ArticleLive,
  revisionId: string,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
  /** The passage that the viewer works on, where the page knows it; sent in place of the selection. */
  focused: Segment | null = null,
): void {
  const busyWith = useRef(focused);
  const poke = useRef(() => {});
  useEffect(() => {
    busyWith.current = focused;
    poke.current();
  }, [focused]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [sentAt, sent] = [-Infinity, ''];

    const send = () => {
      timer = undefined;
      const layout = article.current?.textLayout() ?? null;
      if (layout === null || document.visibilityState === 'hidden') return;
      const { current: busy } = busyWith;
      const seen = whereIn(layout, blocks);
      const selection = busy === null ? seen.selection : [{ start: busy.start, end: busy.end }];
      const here = { kind: 'here' as const, revisionId, at: seen.at, selection };
      const payload = JSON.stringify(here);
      const age = performance.now() - sentAt;
      if (payload === sent && age < pace.still - pace.moving) return;
      if (!live.send(here)) return;
      [sentAt, sent] = [performance.now(), payload];
    };
    const moved = () => {
      timer ??= setTimeout(send, Math.max(100, pace.moving - (performance.now() - sentAt)));
    };
    const unsubscribe = live.listen((event) => {
      if (event.channel !== 'own' || event.kind !== 'joined') return;
      sent = '';
      moved();
    });
    poke.current = moved;
    const beat = setInterval(moved, pace.still);
    window.addEventListener('scroll', moved, { passive: true });
    for (const kind of ['selectionchange', 'visibilitychange'] as const)
      document.addEventListener(kind, moved);
    return () => {
      clearTimeout(timer);
      clearInterval(beat);
      unsubscribe();
      window.removeEventListener('scroll', moved);
      for (const kind of ['selectionchange', 'visibilitychange'] as const)
        document.removeEventListener(kind, moved);
    };
  }, [live, revisionId, blocks, article]);
}
