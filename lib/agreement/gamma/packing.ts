import type { Candidates } from './candidates';
import { tie } from './candidates';

/**
 * Which candidates to take so that no two share a unit and their weights sum to the most. Units are numbered
 * anew from 0; `first[u]` to `first[u + 1]` are the candidates whose lowest unit is u, in order of their members.
 */
export type Packing = {
  /** The numbers that the units have outside. */
  readonly units: readonly number[];
  readonly first: readonly number[];
  readonly members: readonly (readonly number[])[];
  /** The gain, less a little for each unit more than one: of what gains the same, the most parts win. */
  readonly weights: readonly number[];
};

/** Parts the candidates into those that have no unit in common, directly or through others. */
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
