import type { TextLayout } from '@/components/article-text/text-layout';
import type { Blocks } from '@/components/live/span-index';
import type { Segment } from '@/lib/article/segment';

/** How near to the window's top or bottom a place may be without being scrolled to, in px. */
const margin = { top: 96, bottom: 160 };

function bringIn(layout: TextLayout, segment: Segment): void {
  const { top, bottom } = layout.rectOf(segment);
  if (top < margin.top || bottom > innerHeight - margin.bottom)
    window.scrollBy({ top: top - innerHeight * 0.36, behavior: 'instant' });
}

/** Scrolls a place of the article into view, to a third of the window, unless it is in view. */
export function scrollToPassage(layout: TextLayout, blocks: Blocks, { start, end }: Segment): void {
  const block = blocks.at(start);
  const segment = { start, end: Math.min(end, blocks.all[block]?.end ?? end) };
  if (layout.isLaidOut(block)) return bringIn(layout, segment);
  layout.reveal(block);
  requestAnimationFrame(() => bringIn(layout, segment));
}
