import type { Unit } from '@/lib/agreement/annotated-document';
import type { Dissimilarity } from './dissimilarity';
import { unitDissimilarity } from './dissimilarity';

/**
 * Unitary alignments of two units or more that a best alignment may contain: `members` from
 * `starts[n]` to `starts[n + 1]` are unit numbers, ascending. `gain` is what each saves, in Δ∅,
 * against leaving its units alone; always above 0. Sorted by members.
 */
export type Candidates = {
  readonly starts: number[];
  readonly members: number[];
  readonly gain: number[];
};

/** Smaller differences, in Δ∅, are ties: they are below the rounding error. */
export const tie = 1e-9;

/**
 * For each unit, the later units within reach, of other annotators, and their distances, in order.
 */
type Reach = { readonly units: number[][]; readonly distances: number[][] };

/**
 * Pairs closer than `limit`, in Δ∅, found in a sweep over the begins. Units are sorted by begin.
 */
function withinReach(units: readonly Unit[], by: Dissimilarity, limit: number): Reach {
  const found: Reach = { units: units.map(() => []), distances: units.map(() => []) };
  const maxLength = units.reduce((max, { begin, end }) => Math.max(max, end - begin), 0);
  // |Δbegin| alone may not exceed this multiple of the two lengths.
  const times = by.positional > 0 ? Math.sqrt(limit / by.positional) : Infinity;
  let at = 0;
  for (const unit of units) {
    const own = at++;
    const furthest = unit.begin + times * (unit.end - unit.begin + maxLength);
    for (let next = at; next < units.length; next++) {
      const other = units[next];
      if (other === undefined || other.begin > furthest) break;
      if (other.annotator === unit.annotator) continue;
      const distance = unitDissimilarity(unit, other, by) / by.empty;
      if (distance >= limit) continue;
      found.units[own]?.push(next);
      found.distances[own]?.push(distance);
    }
  }
  return found;
}

/**
 * Whether splitting the units never helps: a split into s and t units costs Δ∅ · (pairs of
 * annotators + s·t) and saves the distances between the two parts.
 */
function holdsTogether(distances: readonly number[][], pairs: number): boolean {
  const size = distances.length;
  for (let part = 1; part < 1 << (size - 1); part++) {
    let [cut, inside] = [0, 0];
    for (let one = 0; one < size; one++) {
      if (((part >> one) & 1) === 0) continue;
      inside++;
      for (let other = 0; other < size; other++)
        if (((part >> other) & 1) === 0) cut += distances[one]?.[other] ?? 0;
    }
    if (cut >= pairs + inside * (size - inside) - tie) return false;
  }
  return true;
}

/**
 * Every unitary alignment that a best alignment may contain, of units sorted by begin. Those that
 * are no worse when split in two are dropped, which keeps the optimum and, among equal ones, the
 * one with most parts. Null where there are more than `limit`.
 */
export function candidates(
  units: readonly Unit[],
  annotators: number,
  by: Dissimilarity,
  limit: number,
): Candidates | null {
  const pairs = (annotators * (annotators - 1)) / 2;
  // No unit of k may be this far from the k − 1 others together, nor from the nearest of them.
  const reach = withinReach(units, by, annotators === 2 ? 2 : pairs + annotators - 1);
  const found: Candidates = { starts: [0], members: [], gain: [] };
  if (annotators === 2) {
    for (const [one, others] of reach.units.entries())
      for (const [at, other] of others.entries()) {
        const gain = 2 - (reach.distances[one]?.[at] ?? 2);
        if (gain <= tie) continue;
        found.members.push(one, other);
        found.starts.push(found.members.length);
        found.gain.push(gain);
      }
    return found.gain.length > limit ? null : found;
  }
  const chosen: number[] = [];
  const between: number[][] = [];
  let visits = 0;

  const grow = (options: readonly number[]): boolean => {
    for (const option of options) {
      const annotator = units[option]?.annotator;
      if (chosen.some((one) => units[one]?.annotator === annotator)) continue;
      if (++visits > 20 * limit) return false;
      const row = chosen.map((one) => {
        const at = reach.units[one]?.indexOf(option) ?? -1;
        return at === -1 ? Infinity : (reach.distances[one]?.[at] ?? Infinity);
      });
      const far = row.reduce((sum, distance) => sum + distance, 0);
      if (far >= pairs + annotators - 1) continue;
      for (const [at, distance] of row.entries()) between[at]?.push(distance);
      between.push([...row, 0]);
      chosen.push(option);
      if (holdsTogether(between, pairs)) {
        const size = chosen.length;
        let sum = 0;
        for (const [at, distances] of between.entries())
          for (let next = at + 1; next < size; next++) sum += distances[next] ?? 0;
        const disorder = (sum + pairs - (size * (size - 1)) / 2) / pairs;
        found.members.push(...chosen);
        found.starts.push(found.members.length);
        found.gain.push(size - disorder);
        if (found.gain.length > limit) return false;
      }
      const goesOn = chosen.length === annotators || grow(options.filter((one) => one > option));
      chosen.pop();
      between.pop();
      for (const distances of between) distances.pop();
      if (!goesOn) return false;
    }
    return true;
  };
  for (let unit = 0; unit < units.length; unit++) {
    chosen.push(unit);
    between.push([0]);
    const isWhole = grow(reach.units[unit] ?? []);
    chosen.pop();
    between.pop();
    if (!isWhole) return null;
  }
  return found;
}
