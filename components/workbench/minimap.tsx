import { useComputedColorScheme } from '@mantine/core';
import type { PointerEvent, RefObject } from 'react';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { Blocks } from '@/components/live/span-index';
import type { Heat } from '@/lib/comparison/heat';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { Segment } from '@/lib/article/segment';
import type { Painted } from './use-painting';
import classes from './minimap.module.css';

/** A bar of the minimap: `from` and `to` as shares of the article's height, density and conflict from 0 to 1. */
type Bar = { from: number; to: number; density: number; conflict: number };

/** The share of the article's height, 0 to 1, of a position; `tops` are the blocks' tops and the end of the last one, in px. */
export function heightShare(blocks: Blocks, tops: readonly number[], position: number): number {
  const whole = tops.at(-1) ?? 0;
  if (whole === 0) return 0;
  const block = blocks.at(position);
  const { start, end } = blocks.all[block] ?? { start: 0, end: 0 };
  const [top = 0, bottom = top] = [tops[block], tops[block + 1]];
  const share = end === start ? 0 : Math.min(1, (position - start) / (end - start));
  return (top + share * (bottom - top)) / whole;
}

/** The bars of the minimap, one for each segment of the heat. */
export function barsOf(
  heat: readonly Heat[],
  layerCount: number,
  shareOf: (position: number) => number,
): Bar[] {
  return heat.map(({ start, end, marked, conflict }) => ({
    from: shareOf(start),
    to: shareOf(end),
    density: marked / Math.max(1, layerCount),
    conflict,
  }));
}

/** Draws the bars: density on the left, conflict on the right, the chosen unit across both. */
function drawBars(
  canvas: HTMLCanvasElement,
  bars: readonly Bar[],
  chosen: { from: number; to: number } | null,
  colors: { density: string; conflict: string; chosen: string },
): void {
  const { clientWidth, clientHeight } = canvas;
  const density = window.devicePixelRatio || 1;
  canvas.width = clientWidth * density;
  canvas.height = clientHeight * density;
  const paper = canvas.getContext('2d');
  if (paper === null) return;
  paper.scale(density, density);
  const middle = clientWidth / 2;
  const bar = (
    left: number,
    { from, to }: Pick<Bar, 'from' | 'to'>,
    width: number,
    color: string,
  ) => {
    paper.fillStyle = color;
    paper.fillRect(left, from * clientHeight, width, Math.max(1, (to - from) * clientHeight));
  };
  for (const one of bars) {
    paper.globalAlpha = 0.15 + 0.75 * one.density;
    bar(0, one, middle - 0.5, colors.density);
    if (one.conflict === 0) continue;
    paper.globalAlpha = 0.15 + 0.75 * one.conflict;
    bar(middle + 0.5, one, middle - 0.5, colors.conflict);
  }
  paper.globalAlpha = 1;
  if (chosen !== null) {
    const [from, to] = [chosen.from, Math.max(chosen.to, chosen.from + 3 / clientHeight)];
    bar(0, { from, to }, clientWidth, colors.chosen);
  }
}

const colors = {
  light: { density: '#4a4d54', conflict: '#d55e00', chosen: '#40509f' },
  dark: { density: '#b4b6bd', conflict: '#ff8a3d', chosen: '#8593d6' },
};

/**
 * A map of the whole article beside the text: density (left), conflict (right) and the part in the
 * window. Pressing or dragging scrolls. Hidden from assistive technology, which has the list of passages.
 */
export const Minimap = memo(function Minimap({
  compared,
  chosen,
  blocks,
  article,
  laidOut,
}: {
  compared: Painted['compared'];
  chosen: Segment | null;
  blocks: Blocks;
  article: RefObject<ArticleTextHandle | null>;
  /** Changes when the layout of the text does. */
  laidOut: string;
}) {
  const scheme = useComputedColorScheme('light');
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const textOf = useCallback(() => article.current?.textLayout()?.element ?? null, [article]);

  useEffect(() => {
    const draw = () => {
      const layout = article.current?.textLayout();
      if (!canvas.current || !layout) return;
      const tops = blocks.all.map((_, block) => layout.topOf(block) ?? 0);
      const shareOf = (position: number) =>
        heightShare(blocks, [...tops, layout.element.offsetHeight], position);
      const bars = barsOf(compared?.heat ?? [], compared?.layers.length ?? 0, shareOf);
      const here = chosen && { from: shareOf(chosen.start), to: shareOf(chosen.end) };
      drawBars(canvas.current, bars, here, colors[scheme]);
    };
    const frame = requestAnimationFrame(draw);
    const observer = new ResizeObserver(draw);
    if (canvas.current) observer.observe(canvas.current);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [article, blocks, compared, chosen, scheme, laidOut]);

  useEffect(() => {
    let frame = 0;
    const follow = () => {
      const rect = textOf()?.getBoundingClientRect();
      if (!rect || !view.current || rect.height === 0) return;
      const from = Math.max(0, -rect.top / rect.height);
      const to = Math.min(1, (innerHeight - rect.top) / rect.height);
      view.current.style.top = `${100 * from}%`;
      view.current.style.height = `${100 * Math.max(0, to - from)}%`;
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    soon();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [textOf, laidOut]);

  const go = ({ currentTarget, clientY, pointerId, type }: PointerEvent<HTMLDivElement>) => {
    if (type === 'pointerdown') currentTarget.setPointerCapture(pointerId);
    else if (!currentTarget.hasPointerCapture(pointerId)) return;
    const text = textOf()?.getBoundingClientRect();
    const { top, height } = currentTarget.getBoundingClientRect();
    if (!text) return;
    const share = Math.min(1, Math.max(0, (clientY - top) / height));
    window.scrollBy({ top: text.top + share * text.height - innerHeight / 2, behavior: 'instant' });
  };

  return (
    <div aria-hidden className={classes.track}>
      <div className={classes.map} data-minimap onPointerDown={go} onPointerMove={go}>
        <canvas ref={canvas} className={classes.canvas} />
        <div ref={view} className={classes.view} />
      </div>
    </div>
  );
});
