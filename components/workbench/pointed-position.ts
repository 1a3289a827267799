import type { RefCallback, RefObject } from 'react';
import { useCallback, useState } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { Heat } from '@/lib/comparison/heat';
import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import type { TextLayout } from '@/components/article-text/text-layout';
import type { Blocks } from '@/components/live/span-index';
import type { Segment } from '@/lib/article/segment';

/**
 * The text position under the pointer, updated at most once a frame and null outside of the article;
 * `box` is the ref of the element that is observed. `onPress` is called with a pressed position unless
 * text is selected.
 */
export function usePointed(
  article: RefObject<ArticleTextHandle | null>,
  onPress: (position: number) => void,
): { position: number | null; box: RefCallback<HTMLElement> } {
  const [position, setPosition] = useState<number | null>(null);
  const box = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      let frame = 0;
      const listening = new AbortController();
      const { signal } = listening;
      const at = ({ clientX: x, clientY: y }: MouseEvent) =>
        article.current?.textLayout()?.positionAt({ x, y }) ?? null;
      const move = (event: PointerEvent) => {
        if (event.pointerType === 'touch') return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => setPosition(at(event)));
      };
      const leave = () => {
        cancelAnimationFrame(frame);
        setPosition(null);
      };
      const press = (event: MouseEvent) => {
        const pressed = at(event);
        if (pressed !== null && getSelection()?.isCollapsed !== false) onPress(pressed);
      };
      element.addEventListener('pointermove', move, { signal });
      element.addEventListener('pointerleave', leave, { signal });
      element.addEventListener('click', press, { signal });
      return () => {
        cancelAnimationFrame(frame);
        listening.abort();
      };
    },
    [article, onPress],
  );
  return { position, box };
}

/** The labels of the annotations that cover the character at a position, each once. */
export function labelsAt(annotations: readonly ComparedAnnotation[], position: number): string[] {
  const here = annotations.filter(({ segments }) =>
    segments.some(({ start, end }) => start <= position && position < end),
  );
  return [...new Set(here.map(({ label }) => label))];
}

/** The density and disagreement at a position, in words. */
export function formatHeat(heat: readonly Heat[], position: number, layerCount: number): string {
  const here = heat.find(({ start, end }) => start <= position && position < end);
  if (here === undefined) return `Annotated by 0 of ${layerCount}`;
  const share = Math.round(here.conflict * 100);
  return `Annotated by ${here.marked} of ${layerCount}; ${share} % of pairs disagree`;
}

/** The distance from the window's top and bottom within which a passage is scrolled to, in px. */
const margin = { top: 96, bottom: 160 };

function scrollNear(layout: TextLayout, segment: Segment): void {
  const { top, bottom } = layout.rectOf(segment);
  if (top < margin.top || bottom > innerHeight - margin.bottom)
    window.scrollBy({ top: top - innerHeight * 0.36, behavior: 'instant' });
}

/** Scrolls a passage into view, to a third of the window's height, unless it is in view. */
export function scrollToPassage(layout: TextLayout, blocks: Blocks, { start, end }: Segment): void {
  const block = blocks.at(start);
  const segment = { start, end: Math.min(end, blocks.all[block]?.end ?? end) };
  if (layout.isLaidOut(block)) return scrollNear(layout, segment);
  layout.reveal(block);
  requestAnimationFrame(() => scrollNear(layout, segment));
}
