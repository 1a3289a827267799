import type { Tally } from './tally';
import { tallyFields } from './tally';

/** Tallies laid out to be added up again and again: those of article a are from `start[a]` to before `start[a + 1]`. */
export type LaidTallies = {
  labels: string[];
  lengths: Float64Array;
  start: Int32Array;
  /** Places of `labels`. */
  labelIndices: Int32Array;
  /** `tallyFields` of each. */
  values: Float64Array;
};

/** Sums over articles: `tallyFields` by label, and twice the length of what was read. */
export type TallySums = { labels: readonly string[]; volume: number; values: Float64Array };

/** Lays tallies out; labels in order of their keys. */
export function layTallies(tallies: readonly Tally[]): LaidTallies {
  const labels = [...new Set(tallies.flatMap((one) => one.labels.map(([label]) => label)))].sort();
  const indexByLabel = new Map(labels.map((label, at) => [label, at]));
  const start = [0];
  const labelIndices: number[] = [];
  const values: number[] = [];
  for (const tally of tallies) {
    for (const [label, fields] of tally.labels) {
      labelIndices.push(indexByLabel.get(label) ?? 0);
      for (const field of fields) values.push(field);
    }
    start.push(labelIndices.length);
  }
  return {
    labels,
    lengths: Float64Array.from(tallies, ({ length }) => length),
    start: Int32Array.from(start),
    labelIndices: Int32Array.from(labelIndices),
    values: Float64Array.from(values),
  };
}

/** Adds tallies up, each article as often as `counts` says; without it each once. */
export function sumTallies(laid: LaidTallies, counts: Int32Array | null = null): TallySums {
  const width = tallyFields.length;
  const values = new Float64Array(laid.labels.length * width);
  let volume = 0;
  for (const [article, length] of laid.lengths.entries()) {
    const count = counts === null ? 1 : (counts[article] ?? 0);
    if (count === 0) continue;
    volume += 2 * length * count;
    const end = laid.start[article + 1] ?? 0;
    for (let at = laid.start[article] ?? 0; at < end; at++) {
      const to = (laid.labelIndices[at] ?? 0) * width;
      for (let field = 0; field < width; field++)
        values[to + field] =
          (values[to + field] ?? 0) + count * (laid.values[at * width + field] ?? 0);
    }
  }
  return { labels: laid.labels, volume, values };
}
