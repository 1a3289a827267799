import type { CodingTable } from './coding-table';

/**
 * Shows every item in turn: how many coders gave it each value, and how many gave it any. The counts are
 * one array that the next item overwrites.
 */
export function eachItem(
  { coders, items, values, codes }: CodingTable,
  visit: (counts: Int32Array, rated: number) => void,
): void {
  const counts = new Int32Array(values.length);
  for (let item = 0; item < items; item += 1) {
    counts.fill(0);
    let rated = 0;
    for (let cell = item * coders; cell < (item + 1) * coders; cell += 1) {
      const code = codes[cell] ?? -1;
      if (code < 0) continue;
      counts[code] = (counts[code] ?? 0) + 1;
      rated += 1;
    }
    visit(counts, rated);
  }
}
