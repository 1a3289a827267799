import type { Figure } from '../figure';
import { known, overChance, unknown } from '../figure';
import type { Alignment } from './alignment';
import type { Dissimilarity } from './dissimilarity';
import { categoricalDissimilarity, positionalDissimilarity } from './dissimilarity';

/**
 * How the disorder of labels is weighted: as in Mathet (2017), or as in pygamma-agreement 0.5.9.
 */
export const catVariants = ['paper', 'pygamma-0.5.9'] as const;
/** One of `catVariants`. */
type CatVariant = (typeof catVariants)[number];

/** Σ w·d_cat and Σ w over the pairs of aligned units; both add up over documents. */
export type CatDisorder = { readonly sum: number; readonly weight: number };

/**
 * The disorder of labels in an alignment: each pair of aligned units has the weight 1 − d_pos where
 * that is above 0, divided by the number of other units in its unitary alignment. With `label` (γk)
 * only pairs in which one unit has it. pygamma multiplies d_pos by α there, and counts an unaligned
 * unit as Δ∅² with weight Δ∅; its variant is for comparison with its figures only.
 */
export function catDisorder(
  alignment: Alignment,
  by: Dissimilarity,
  label?: number,
  variant: CatVariant = 'paper',
): CatDisorder {
  const isPaper = variant === 'paper';
  const times = isPaper ? 1 : by.positional;
  let [sum, weight, pairs, alone] = [0, 0, 0, 0];
  for (const aligned of alignment) {
    const units = aligned.reduce((count, unit) => count + (unit === null ? 0 : 1), 0);
    for (const [at, one] of aligned.entries())
      for (let next = at + 1; next < aligned.length; next++) {
        const other = aligned[next] ?? null;
        const either = one ?? other;
        if (either === null) continue;
        if (label !== undefined && one?.label !== label && other?.label !== label) continue;
        if (one !== null && other !== null) {
          const near = 1 - times * positionalDissimilarity(one, other, by.empty);
          const share = Math.max(0, near) / (units - 1);
          sum += share * categoricalDissimilarity(one.label, other.label, by);
          weight += share;
          pairs++;
        } else if (!isPaper) {
          alone++;
          sum += by.empty ** 2;
          weight += by.empty;
        }
      }
  }
  // pygamma’s value where no two units are aligned.
  if (!isPaper && pairs === 0) return { sum: alone === 0 ? 1 : 0, weight: 1 };
  return { sum, weight };
}

/** The disorder as a figure: the weighted mean of d_cat over the pairs. */
export function catDisorderFigure({ sum, weight }: CatDisorder): Figure {
  return weight === 0 ? unknown('no aligned units count here') : known(sum / weight);
}

/**
 * γcat, or γk of the label that the disorders were computed for: 1 − the observed disorder over the
 * mean disorder of the samples. Samples without any weighted pair are left out.
 */
export function gammaCat(observed: CatDisorder, chance: readonly CatDisorder[]): Figure {
  if (observed.weight === 0) return unknown('no aligned units count here');
  const defined = chance.filter(({ weight }) => weight > 0);
  const sum = defined.reduce((all, one) => all + one.sum / one.weight, 0);
  const disorder = observed.sum / observed.weight;
  return overChance(
    disorder,
    defined.length === 0 ? 0 : sum / defined.length,
    'by chance, too, aligned units have the same label',
  );
}
