import type { Heat } from '@/lib/agreement/comparison/heat';
import type { Mark } from '@/lib/agreement/comparison/mark';

/** The labels of the marks that cover the character at a position, each once. */
export function labelsAt(marks: readonly Mark[], position: number): string[] {
  const here = marks.filter(({ segments }) =>
    segments.some(({ start, end }) => start <= position && position < end),
  );
  return [...new Set(here.map(({ label }) => label))];
}

/** The heat at a position, in words. */
export function heatWords(heat: readonly Heat[], position: number, readings: number): string {
  const here = heat.find(({ start, end }) => start <= position && position < end);
  if (here === undefined) return `Marked by 0 of ${readings}`;
  const share = Math.round(here.conflict * 100);
  return `Marked by ${here.marked} of ${readings}; ${share} % of pairs part`;
}
