import type { Packing } from './packing';

/** Sums of weights that differ by less are equal. */
const same = 1e-11;

/**
 * Remembers the best value reached at a level with the same units taken beyond it, so that no
 * branch is searched twice.
 */
function createMemory({ units, members }: Packing) {
  const span = members.reduce((max, of) => Math.max(max, (of.at(-1) ?? 0) - (of[0] ?? 0)), 0);
  const levels = units.map(() => new Map<string, number>());
  return (level: number, isTaken: Uint8Array, value: number): boolean => {
    const of = levels[level];
    if (of === undefined) return false;
    let key = '';
    const end = Math.min(units.length, level + span);
    for (let at = level; at < end;) {
      let bits = 0;
      for (let bit = 0; bit < 15 && at < end; bit++, at++) bits |= (isTaken[at] ?? 0) << bit;
      key += String.fromCharCode(bits);
    }
    const reached = of.get(key);
    if (reached !== undefined && reached >= value - same) return true;
    of.set(key, value);
    return false;
  };
}

/** The result of a search. */
type Search = { readonly isOver: boolean; readonly taken: readonly number[] | null };

/**
 * The numbers of the candidates of the best packing; of several equal ones the first, where at each
 * unit in turn earlier candidates come before later ones and staying alone comes last. `prices`
 * come from `dualBound`. Only packings of `reached` or more are searched: null where there is none;
 * `isOver` is false where `steps` steps did not suffice to know.
 */
export function searchPacking(
  packing: Packing,
  prices: Float64Array,
  reached: number,
  steps: number,
): Search {
  const { units, first, members, weights } = packing;
  const count = units.length;
  const isTaken = new Uint8Array(count);
  const wasHere = createMemory(packing);
  /**
   * By level: the candidate to try next, the chosen one (−1 for none), the value so far, the sum of
   * prices still free.
   */
  const next = new Int32Array(count + 1);
  const taken = new Int32Array(count).fill(-1);
  const value = new Float64Array(count + 1);
  const remaining = new Float64Array(count + 1);
  remaining[0] = prices.reduce((sum, price) => sum + price, 0);
  let best = reached - 4 * same;
  let found: number[] | null = null;
  let level = 0;
  next[0] = first[0] ?? 0;

  /** Chooses a candidate at this level, or none, and moves to the next. */
  const goOn = (one: number): void => {
    let spent = one < 0 && isTaken[level] === 0 ? (prices[level] ?? 0) : 0;
    if (one >= 0)
      for (const unit of members[one] ?? []) {
        isTaken[unit] = 1;
        spent += prices[unit] ?? 0;
      }
    taken[level] = one;
    value[level + 1] = (value[level] ?? 0) + (one < 0 ? 0 : (weights[one] ?? 0));
    remaining[level + 1] = (remaining[level] ?? 0) - spent;
    level++;
    next[level] = first[level] ?? 0;
  };
  /** Whether a better packing may still follow from the choices so far. */
  const isPromising = (): boolean => {
    const worth = value[level] ?? 0;
    if (worth + (remaining[level] ?? 0) < best + same) return false;
    if (level < count) return !wasHere(level, isTaken, worth);
    best = worth;
    found = [...taken].filter((one) => one >= 0);
    return false;
  };
  const goBack = (): void => {
    level--;
    for (const unit of members[taken[level] ?? -1] ?? []) isTaken[unit] = 0;
    taken[level] = -1;
  };

  if (!isPromising()) return { isOver: true, taken: found };
  for (let step = 0; step < steps; step++) {
    const last = first[level + 1] ?? 0;
    let one = next[level] ?? 0;
    // A unit taken by an earlier one has no choice; another may take a candidate or, last, stay
    // alone.
    if (isTaken[level] === 1 && one < last) one = last;
    while (one < last && members[one]?.some((unit) => isTaken[unit] === 1)) one++;
    next[level] = one + 1;
    if (one > last) {
      if (level === 0) return { isOver: true, taken: found };
      goBack();
    } else {
      goOn(one < last ? one : -1);
      if (!isPromising()) goBack();
    }
  }
  return { isOver: false, taken: null };
}

/** The weight of a packing that is found quickly: the heaviest candidates first. */
export function greedyWeight({ units, members, weights }: Packing): number {
  const isTaken = new Uint8Array(units.length);
  let sum = 0;
  const order = [...weights.keys()].toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  for (const one of order) {
    const of = members[one] ?? [];
    if (of.some((unit) => isTaken[unit] === 1)) continue;
    for (const unit of of) isTaken[unit] = 1;
    sum += weights[one] ?? 0;
  }
  return sum;
}
