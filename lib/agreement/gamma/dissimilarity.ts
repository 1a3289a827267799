import type { Unit } from '@/lib/agreement/annotated-document';

/** The dissimilarity of two units after Mathet, Widlöcher & Métivier (2015). */
export type Dissimilarity = {
  /** α: the weight of positions. */
  readonly positional: number;
  /** β: the weight of labels. */
  readonly categorical: number;
  /** Δ∅: the cost of an unaligned unit; everything else is proportional to it. */
  readonly empty: number;
  /**
   * Distances of labels, 0 to 1, a row for each label; by default different labels have distance 1.
   */
  readonly labels?: readonly (readonly number[])[];
};

/** α = β = Δ∅ = 1 and nominal labels, the default of most programs. */
export const plainDissimilarity: Dissimilarity = { positional: 1, categorical: 1, empty: 1 };

type Extent = Pick<Unit, 'begin' | 'end'>;

/**
 * d_pos: the distance of the ends over the lengths, squared, times Δ∅. Adjacent units of equal
 * length are Δ∅ apart.
 */
export function positionalDissimilarity(one: Extent, other: Extent, empty: number): number {
  const apart = Math.abs(one.begin - other.begin) + Math.abs(one.end - other.end);
  const lengths = one.end - one.begin + (other.end - other.begin);
  return (apart / lengths) ** 2 * empty;
}

/** d_cat: the distance of two labels, times Δ∅. */
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
