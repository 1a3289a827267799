/** From where to where an axis goes. */
export type Domain = readonly [number, number];

/** Of figures that are corrected for chance: 1 is the same throughout, 0 as by chance. */
export const overChanceDomain: Domain = [-1, 1];

/** Of figures that are shares. */
export const shareDomain: Domain = [0, 1];

/** Where a value lies between the ends of an axis, as a share of its length; what lies beyond stands at the end, and `beyond` says so. */
export function positionOn(
  [from, to]: Domain,
  value: number,
): { at: number; beyond: 'before' | 'after' | null } {
  const at = (value - from) / (to - from);
  if (at < 0) return { at: 0, beyond: 'before' };
  return at > 1 ? { at: 1, beyond: 'after' } : { at, beyond: null };
}

/** The values that are written at an axis: its ends, its middle, and what halves those. */
export function ticksOf([from, to]: Domain): number[] {
  return [0, 1, 2, 3, 4].map((quarter) => from + ((to - from) * quarter) / 4);
}

/** The words cut to so many characters, with an ellipsis; whole graphemes only. */
export function clipped(text: string, limit: number): string {
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  if (letters.length <= limit) return text;
  return `${letters
    .slice(0, Math.max(1, limit - 1))
    .join('')
    .trimEnd()}…`;
}
