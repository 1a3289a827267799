import type { Value, CodingTable } from './coding-table';
import { compareValues } from './coding-table';
import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { Coincidences, LabelSet } from './coincidences';
import { coincidencesOf } from './coincidences';

/** The levels of measurement of a variable: names only, an order, equal steps, a true zero. */
export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
/** One of `levels`. */
export type Level = (typeof levels)[number];

/** Ranks by size where all are numbers, otherwise by position in the list. */
function byOrder(values: readonly Value[]): number[] {
  const indices = values.map((_, index) => index);
  if (!values.every((value) => typeof value === 'number')) return indices;
  return indices.toSorted((a, b) => compareValues(values[a] ?? 0, values[b] ?? 0));
}

/**
 * The number of occurrences below a value plus half of its own: δ of two values is their
 * difference.
 */
function middles(values: readonly Value[], totals: Float64Array): Float64Array {
  const found = new Float64Array(values.length);
  let below = 0;
  for (const index of byOrder(values)) {
    const total = totals[index] ?? 0;
    found[index] = below + total / 2;
    below += total;
  }
  return found;
}

/**
 * δ² of Krippendorff’s α for single values: nominal 0 or 1; ordinal by the number of occurrences
 * between two values; interval (c − k)²; ratio ((c − k) / (c + k))², 0 for two zeros. The last two
 * need numbers.
 */
export const valueDistances: Record<Level, Distance<Value>> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  ordinal: (values, totals) => {
    const middle = middles(values, totals);
    return (c, k) => ((middle[c] ?? 0) - (middle[k] ?? 0)) ** 2;
  },
  interval: (values) => {
    const numbers = values.map(Number);
    return (c, k) => ((numbers[c] ?? 0) - (numbers[k] ?? 0)) ** 2;
  },
  ratio: (values) => {
    const numbers = values.map(Number);
    return (c, k) => {
      const [one, other] = [numbers[c] ?? 0, numbers[k] ?? 0];
      return one === other ? 0 : ((one - other) / (one + other)) ** 2;
    };
  },
};

/**
 * Makes δ² of two values (given as indices), from the values and the number of occurrences of each.
 */
export type Distance<V> = (
  values: readonly V[],
  totals: Float64Array,
) => (c: number, k: number) => number;

/** The number of pairable occurrences of each value: n_c of α. */
export function totalsOf({ values, observed }: Coincidences<Value | LabelSet>): Float64Array {
  const size = values.length;
  const totals = new Float64Array(size);
  for (let c = 0; c < size; c += 1)
    for (let k = 0; k < size; k += 1) totals[c] = (totals[c] ?? 0) + (observed[c * size + k] ?? 0);
  return totals;
}

/**
 * Krippendorff’s α = 1 − D_o / D_e from coincidences, which may be summed over documents
 * (Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”). Undefined where there are no
 * pairs, and where only one value occurs, since expected disagreement is then 0.
 */
export function alphaOf<V extends Value | LabelSet>(
  coincidences: Coincidences<V>,
  distance: Distance<V>,
): Figure {
  const { values, observed } = coincidences;
  const size = values.length;
  const totals = totalsOf(coincidences);
  const n = totals.reduce((sum, total) => sum + total, 0);
  if (n === 0) return unknown('no item was coded by two coders');
  const apart = distance(values, totals);
  let found = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    if (totals[c] === 0) continue;
    for (let k = 0; k < c; k += 1) {
      const pairs = (totals[c] ?? 0) * (totals[k] ?? 0);
      if (pairs === 0) continue;
      const far = apart(c, k);
      found += far * (observed[c * size + k] ?? 0);
      expected += far * pairs;
    }
  }
  return overChance(found, expected / (n - 1), 'only one value was given');
}

/**
 * α from coincidences at a level; interval and ratio are undefined where a value is not a number.
 */
export function alphaAtLevel(coincidences: Coincidences<Value>, level: Level): Figure {
  const { values } = coincidences;
  if (level === 'interval' || level === 'ratio') {
    const word = values.find((value) => typeof value !== 'number');
    if (word !== undefined) return unknown(`${level} needs numbers, and “${word}” is none`);
  }
  if (level === 'ratio' && values.some((value) => Number(value) < 0))
    return unknown('ratio needs a true zero, and some values are below it');
  return alphaOf(coincidences, valueDistances[level]);
}

/**
 * Krippendorff’s α for any number of coders with missing values, at a level (Krippendorff 2011). A
 * single deviation among many equal values gives about 0, since chance would reach that agreement
 * too.
 */
export function krippendorffAlpha(table: CodingTable, level: Level): Figure {
  return alphaAtLevel(coincidencesOf(table), level);
}
