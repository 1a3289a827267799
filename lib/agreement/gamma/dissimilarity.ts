import type { Unit } from '@/lib/agreement/annotated-document';

/** How far two units are apart, as Mathet, Widlöcher & Métivier (2015) have it. */
export type Dissimilarity = {
  /** α: what place counts. */
  readonly positional: number;
  /** β: what the label counts. */
  readonly categorical: number;
  /** Δ∅: what a unit costs that nobody else has; all else is in its proportion. */
  readonly empty: number;
  /** How far labels are apart, 0 to 1, a row a label; without it different labels are 1 apart. */
  readonly labels?: readonly (readonly number[])[];
};

/** α = β = Δ∅ = 1 and labels all or nothing, as most programs have it where nothing is said. */
export const plainDissimilarity: Dissimilarity = { positional: 1, categorical: 1, empty: 1 };

type Extent = Pick<Unit, 'begin' | 'end'>;

/** d_pos: the ends’ distances over the lengths, squared, times Δ∅. Units that touch and are as long are Δ∅ apart. */
export function positionalDissimilarity(one: Extent, other: Extent, empty: number): number {
  const apart = Math.abs(one.begin - other.begin) + Math.abs(one.end - other.end);
  const lengths = one.end - one.begin + (other.end - other.begin);
  return (apart / lengths) ** 2 * empty;
}

/** d_cat: how far two labels are apart, times Δ∅. */
export function categoricalDissimilarity(
  one: number,
  other: number,
  { labels, empty }: Dissimilarity,
): number {
  if (labels === undefined) return one === other ? 0 : empty;
  return (labels[one]?.[other] ?? (one === other ? 0 : 1)) * empty;
}

/** d = α·d_pos + β·d_cat. */
export function unitDissimilarity(one: Unit, other: Unit, by: Dissimilarity): number {
  const { positional, categorical, empty } = by;
  return (
    positional * positionalDissimilarity(one, other, empty) +
    categorical * categoricalDissimilarity(one.label, other.label, by)
  );
}
