import fc from 'fast-check';
import type { Packing } from '@/lib/agreement/gamma/packing';

/** A packing of so many units: candidates by their members, ascending, and what they weigh. */
export function aPacking(units: number, candidates: [number[], number][]): Packing {
  const before = (one: readonly number[], other: readonly number[]): number => {
    for (const [at, member] of one.entries())
      if (member !== other[at]) return member - (other[at] ?? -1);
    return one.length - other.length;
  };
  const ordered = candidates.toSorted(([a], [b]) => before(a, b));
  const first = Array.from(
    { length: units + 1 },
    (_, unit) => ordered.filter(([members]) => (members[0] ?? 0) < unit).length,
  );
  return {
    units: Array.from({ length: units }, (_, unit) => unit),
    first,
    members: ordered.map(([members]) => members),
    weights: ordered.map(([, weight]) => weight),
  };
}

/** Packings of up to eight units; `two` where each candidate joins an even and an odd unit. */
export function somePackings(isOfTwo = false) {
  const members = fc.uniqueArray(fc.nat(7), { minLength: 2, maxLength: isOfTwo ? 2 : 3 });
  const pair = fc.tuple(fc.nat(3), fc.nat(3)).map(([even, odd]) => [2 * even, 2 * odd + 1]);
  return fc
    .uniqueArray(
      fc.tuple(
        (isOfTwo ? pair : members).map((of) => of.toSorted((a, b) => a - b)),
        fc.integer({ min: 1, max: 12 }).map((weight) => weight / 4),
      ),
      { maxLength: 14, selector: ([of]) => of.join() },
    )
    .map((candidates) => aPacking(8, candidates));
}

/** The weight of the best packing, all being tried. */
export function bestWeight({ members, weights }: Packing): number {
  const from = (one: number, taken: ReadonlySet<number>): number => {
    const of = members[one];
    if (of === undefined) return 0;
    const without = from(one + 1, taken);
    if (of.some((unit) => taken.has(unit))) return without;
    return Math.max(without, (weights[one] ?? 0) + from(one + 1, new Set([...taken, ...of])));
  };
  return from(0, new Set());
}

/** What candidates weigh together; throws where two of them share a unit. */
export function takenWeight({ members, weights }: Packing, taken: readonly number[]): number {
  const units = taken.flatMap((one) => members[one] ?? []);
  if (new Set(units).size !== units.length) throw new Error('A unit is taken twice.');
  return taken.reduce((sum, one) => sum + (weights[one] ?? 0), 0);
}
