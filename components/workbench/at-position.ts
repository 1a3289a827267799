import type { Heat } from '@/lib/comparison/heat';
import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';

/** The labels of the marks that cover the character at a position, each once. */
export function labelsAt(annotations: readonly ComparedAnnotation[], position: number): string[] {
  const here = annotations.filter(({ segments }) =>
    segments.some(({ start, end }) => start <= position && position < end),
  );
  return [...new Set(here.map(({ label }) => label))];
}

/** The heat at a position, in words. */
export function formatHeat(heat: readonly Heat[], position: number, layerCount: number): string {
  const here = heat.find(({ start, end }) => start <= position && position < end);
  if (here === undefined) return `Marked by 0 of ${layerCount}`;
  const share = Math.round(here.conflict * 100);
  return `Marked by ${here.marked} of ${layerCount}; ${share} % of pairs part`;
}
