import type { Blocks } from '@/components/live/span-index';
import type { Heat } from '@/lib/comparison/heat';

/** A bar of the minimap: from and to as shares of the article's height, its strength from 0 to 1. */
export type Bar = { from: number; to: number; density: number; conflict: number };

/** Where a position lies in the article, 0 to 1 of its height, by where each block begins and the last one ends, in px. */
export function heightShare(blocks: Blocks, tops: readonly number[], position: number): number {
  const whole = tops.at(-1) ?? 0;
  if (whole === 0) return 0;
  const block = blocks.at(position);
  const { start, end } = blocks.all[block] ?? { start: 0, end: 0 };
  const [top = 0, bottom = top] = [tops[block], tops[block + 1]];
  const share = end === start ? 0 : Math.min(1, (position - start) / (end - start));
  return (top + share * (bottom - top)) / whole;
}

/** What the minimap shows of heat: a bar a stretch. */
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

/** Draws the bars: where many mark on the left, where they conflict on the right, the chosen place across both. */
export function drawBars(
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
