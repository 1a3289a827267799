/** The two ends of an axis. */
export type Domain = readonly [number, number];

/** For chance-corrected figures: 1 is perfect agreement, 0 is chance. */
export const overChanceDomain: Domain = [-1, 1];

/** For figures that are shares. */
export const shareDomain: Domain = [0, 1];

/**
 * The position of a value on an axis, as a share of its length; values outside are put at the end,
 * and `beyond` says which.
 */
export function positionOn(
  [from, to]: Domain,
  value: number,
): { at: number; beyond: 'before' | 'after' | null } {
  const at = (value - from) / (to - from);
  if (at < 0) return { at: 0, beyond: 'before' };
  return at > 1 ? { at: 1, beyond: 'after' } : { at, beyond: null };
}

/** The values written at an axis: its ends, its middle, and the quarters. */
export function ticksOf([from, to]: Domain): number[] {
  return [0, 1, 2, 3, 4].map((quarter) => from + ((to - from) * quarter) / 4);
}

/** Text cut to a number of characters, with an ellipsis; whole graphemes only. */
export function clipped(text: string, limit: number): string {
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  if (letters.length <= limit) return text;
  return `${letters
    .slice(0, Math.max(1, limit - 1))
    .join('')
    .trimEnd()}…`;
}
