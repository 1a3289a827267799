import type { Candidates } from './candidates';
import { tie } from './candidates';

/**
 * The choice of candidates such that no two share a unit and the sum of their weights is greatest.
 * Units are renumbered from 0; `first[u]` to `first[u + 1]` are the candidates whose lowest unit is
 * u, sorted by members.
 */
export type Packing = {
  /** The original numbers of the units. */
  readonly units: readonly number[];
  readonly first: readonly number[];
  readonly members: readonly (readonly number[])[];
  /** The gain, less a little for each further unit: among equal gains, most parts win. */
  readonly weights: readonly number[];
};

/** Splits the candidates into independent packings, which share no unit directly or indirectly. */
export function packings({ starts, members, gain }: Candidates, units: number): Packing[] {
  const root = Int32Array.from({ length: units }, (_, unit) => unit);
  const find = (unit: number): number => {
    let at = unit;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  for (let one = 0; one < gain.length; one++) {
    const [from = 0, to = 0] = [starts[one], starts[one + 1]];
    const top = find(members[from] ?? 0);
    for (let at = from + 1; at < to; at++) root[find(members[at] ?? 0)] = top;
  }
  const indexInRoot = new Int32Array(units);
  const byRoot = new Map<
    number,
    { units: number[]; first: number[]; members: number[][]; weights: number[] }
  >();
  const at = (unit: number) => {
    const top = find(unit);
    const known = byRoot.get(top);
    if (known !== undefined) return known;
    const made = { units: [], first: [0], members: [], weights: [] };
    byRoot.set(top, made);
    return made;
  };
  for (let unit = 0; unit < units; unit++) indexInRoot[unit] = at(unit).units.push(unit) - 1;
  let one = 0;
  for (let unit = 0; unit < units; unit++) {
    const packing = at(unit);
    for (; one < gain.length && members[starts[one] ?? 0] === unit; one++) {
      const of = members.slice(starts[one], starts[one + 1]);
      packing.members.push(of.map((member) => indexInRoot[member] ?? 0));
      packing.weights.push((gain[one] ?? 0) - tie * (of.length - 1));
    }
    packing.first.push(packing.weights.length);
  }
  return [...byRoot.values()].filter(({ weights }) => weights.length > 0);
}

/**
 * A best packing, within a solver’s precision: the prices of its units and the chosen candidates.
 */
export type SolvedPacking = { readonly prices: Float64Array; readonly taken: readonly number[] };
