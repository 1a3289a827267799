import { useComputedColorScheme } from '@mantine/core';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { PointerEvent, RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { Blocks } from '@/components/live/span-index';
import type { Segment } from '@/lib/article/segment';
import { barsOf, drawBars, heightShare } from './minimap-drawing';
import type { Painted } from './use-painting';
import classes from './minimap.module.css';

const colors = {
  light: { density: '#4a4d54', conflict: '#d55e00', chosen: '#40509f' },
  dark: { density: '#b4b6bd', conflict: '#ff8a3d', chosen: '#8593d6' },
};

/**
 * The whole article beside the text: where many mark (left), where they conflict (right), what is in
 * the window. Pressing or dragging goes there. Keys and readers have the list of places instead.
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
  /** Changes when the text lies elsewhere than before. */
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
