/** Units of positions outside of the application; inside, they are UTF-16 code units. */
export const offsetUnits = ['code-point', 'utf-16'] as const;

/** A unit of positions. */
export type OffsetUnit = (typeof offsetUnits)[number];

/** Converts positions of one text between a unit and UTF-16 code units. */
export type PositionIndex = {
  unit: OffsetUnit;
  /** Length of the text in the unit. */
  length: number;
  /** Null where the position is outside the text, not an integer, or inside a surrogate pair. */
  toUtf16(position: number): number | null;
  /** Null where the position is outside the text, not an integer, or inside a surrogate pair. */
  fromUtf16(position: number): number | null;
};

const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number) => (unit & 0xfc00) === 0xdc00;

/**
 * The positions of the surrogate pairs of a text, ascending. A lone surrogate is a code point of
 * its own.
 */
function pairsOf(text: string): Uint32Array {
  if (!/[\ud800-\udbff]/.test(text)) return new Uint32Array(0);
  let pairs = new Uint32Array(256);
  let count = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (!isHigh(text.charCodeAt(at)) || !isLow(text.charCodeAt(at + 1))) continue;
    if (count === pairs.length) {
      const grown = new Uint32Array(2 * count);
      grown.set(pairs);
      pairs = grown;
    }
    pairs[count] = at;
    count++;
    at++;
  }
  return pairs.slice(0, count);
}

/**
 * The number of pairs before a position, where the pair of index `rank` counts from its start minus
 * `less × rank`.
 */
function pairsBefore(pairs: Uint32Array, position: number, less: 0 | 1): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] ?? 0) - less * middle < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Converts positions of a text; nothing else does. Reads the text once; a lookup takes logarithmic
 * time in the number of surrogate pairs, which take four bytes each.
 */
export function positionIndex(text: string, unit: OffsetUnit): PositionIndex {
  const pairs = pairsOf(text);
  const within = (position: number, length: number) =>
    Number.isInteger(position) && position >= 0 && position <= length;
  const fromUtf16 = (position: number) => {
    if (!within(position, text.length)) return null;
    const before = pairsBefore(pairs, position, 0);
    if (before > 0 && pairs[before - 1] === position - 1) return null;
    return unit === 'utf-16' ? position : position - before;
  };
  if (unit === 'utf-16') return { unit, length: text.length, toUtf16: fromUtf16, fromUtf16 };
  const length = text.length - pairs.length;
  const toUtf16 = (position: number) =>
    within(position, length) ? position + pairsBefore(pairs, position, 1) : null;
  return { unit, length, toUtf16, fromUtf16 };
}
