import type { Packing, SolvedPacking } from './packing';

/**
 * Candidates of a packing of two annotators as a sparse table: by row, the columns and their
 * weights.
 */
type Table = { columns: Int32Array; weights: Float64Array; from: Int32Array };

function tableOf({ units, members, weights }: Packing, isRow: (unit: number) => boolean): Table {
  const entries = members.map(([a = 0, b = 0], one) => {
    const [row, column] = isRow(a) ? [a, b] : [b, a];
    return { row, column, weight: weights[one] ?? 0 };
  });
  entries.sort((a, b) => a.row - b.row);
  const from = new Int32Array(units.length + 1);
  for (const { row } of entries) from[row + 1] = (from[row + 1] ?? 0) + 1;
  for (let unit = 0; unit < units.length; unit++)
    from[unit + 1] = (from[unit + 1] ?? 0) + (from[unit] ?? 0);
  return {
    columns: Int32Array.from(entries, ({ column }) => column),
    weights: Float64Array.from(entries, ({ weight }) => weight),
    from,
  };
}

/**
 * The best packing of two annotators’ units, which `isRow` distinguishes, and prices without a gap
 * to it: shortest augmenting paths from row to row (after Jonker & Volgenant), where a row may also
 * stay unmatched.
 */
export function matchingPrices(packing: Packing, isRow: (unit: number) => boolean): SolvedPacking {
  const count = packing.units.length;
  const { columns, weights, from } = tableOf(packing, isRow);
  // Prices of both sides; a matched row and column pay exactly their weight.
  const prices = new Float64Array(count);
  const partner = new Int32Array(count).fill(-1);
  const distance = new Float64Array(count).fill(Infinity);
  const by = new Int32Array(count).fill(-1);
  const isDone = new Uint8Array(count);
  for (let source = 0; source < count; source++) {
    if (!isRow(source)) continue;
    let max = 0;
    for (let at = from[source] ?? 0; at < (from[source + 1] ?? 0); at++)
      max = Math.max(max, (weights[at] ?? 0) - (prices[columns[at] ?? 0] ?? 0));
    prices[source] = max;
    const seen: number[] = [];
    const done: number[] = [];
    // The cheapest way to leave some row unmatched, which costs its price.
    let [alone, aloneAt] = [max, source];
    let [row, walked, last] = [source, 0, -1];
    for (;;) {
      for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at++) {
        const column = columns[at] ?? 0;
        if (isDone[column] === 1) continue;
        const slack = (prices[row] ?? 0) + (prices[column] ?? 0) - (weights[at] ?? 0);
        const reached = walked + Math.max(0, slack);
        if (reached >= (distance[column] ?? Infinity)) continue;
        if (distance[column] === Infinity) seen.push(column);
        distance[column] = reached;
        by[column] = row;
      }
      let [nearest, near] = [-1, alone];
      for (const column of seen)
        if (isDone[column] === 0 && (distance[column] ?? Infinity) < near) {
          near = distance[column] ?? Infinity;
          nearest = column;
        }
      walked = near;
      last = nearest;
      if (nearest === -1) break;
      const owner = partner[nearest] ?? -1;
      if (owner === -1) break;
      isDone[nearest] = 1;
      done.push(nearest);
      row = owner;
      if (walked + (prices[row] ?? 0) < alone)
        [alone, aloneAt] = [walked + (prices[row] ?? 0), row];
    }
    prices[source] = (prices[source] ?? 0) - walked;
    for (const column of done) {
      const left = walked - (distance[column] ?? 0);
      const owner = partner[column] ?? -1;
      prices[column] = (prices[column] ?? 0) + left;
      prices[owner] = (prices[owner] ?? 0) - left;
    }
    // Flips the path: either a free column is matched, or a row becomes unmatched.
    let column = last;
    if (last === -1) {
      column = partner[aloneAt] ?? -1;
      partner[aloneAt] = -1;
    }
    while (column !== -1) {
      const taker = by[column] ?? -1;
      const freed = partner[taker] ?? -1;
      partner[taker] = column;
      partner[column] = taker;
      column = taker === source ? -1 : freed;
    }
    for (const column of seen) {
      distance[column] = Infinity;
      isDone[column] = 0;
    }
  }
  const taken = packing.members.flatMap(([a = 0, b = 0], one) => (partner[a] === b ? [one] : []));
  return { prices, taken };
}
