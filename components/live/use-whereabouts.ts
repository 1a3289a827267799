import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { TextLayout } from '@/components/article-text/text-layout';
import type { Segment } from '@/lib/article/segment';
import type { PageMessage } from '@/lib/annotation/live-message';
import type { ArticleLive } from './article-live';
import type { Blocks } from './span-index';

/** How often one who moves tells where they are, and one who does not, in milliseconds. */
const pace = { moving: 500, still: 15_000 };

/** Below the bars that stay in view, in px of the window: what is read is there, or lower. */
const readingLine = 110;

/** Where somebody reads: at their caret where that is in view, else in the topmost block that is. */
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

/** Tells the server where its person is in the text, while the page is looked at. */
export function useWhereabouts(
  live: ArticleLive,
  revisionId: string,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
  /** What one is busy with, where the page knows it; told in place of what is selected. */
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
