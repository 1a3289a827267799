import type { Distance } from './alpha';
import type { Value } from './coding-table';
import { compareValues } from './coding-table';

/** How the values of a variable relate: names only, an order, equal steps, or a true zero as well. */
export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
/** One of `levels`. */
export type Level = (typeof levels)[number];

/** Ranks by size where all are numbers, otherwise by place in the list, which is then the order. */
function byOrder(values: readonly Value[]): number[] {
  const indices = values.map((_, index) => index);
  if (!values.every((value) => typeof value === 'number')) return indices;
  return indices.toSorted((a, b) => compareValues(values[a] ?? 0, values[b] ?? 0));
}

/** How many occur below a value, and half of its own: δ of two values is the difference of these. */
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
 * δ² of Krippendorff’s α for single values: nominal 0 or 1; ordinal by how many occur between two values;
 * interval (c − k)²; ratio ((c − k) / (c + k))², 0 for two zeros. The last two need numbers.
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
