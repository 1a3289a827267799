import type { Figure } from '../figure';
import { known, overChance, unknown } from '../figure';
import type { Alignment } from './alignment';
import type { Dissimilarity } from './dissimilarity';
import { categoricalDissimilarity, positionalDissimilarity } from './dissimilarity';

/** How the disorder of labels is weighed: as Mathet (2017) writes it, or as pygamma-agreement 0.5.9 does. */
export const catVariants = ['paper', 'pygamma-0.5.9'] as const;
/** One of `catVariants`. */
export type CatVariant = (typeof catVariants)[number];

/** Σ w·d_cat and Σ w over the pairs of units that an alignment holds to be one; sums over documents. */
export type CatDisorder = { readonly sum: number; readonly weight: number };

/**
 * The disorder of labels in an alignment: each pair of units that are aligned counts by 1 − d_pos where that is
 * above 0, over the number of others in its unitary alignment. With `label` (γk) only pairs in which
 * one has it. pygamma multiplies d_pos by α there, and counts a unit beside nobody as Δ∅² with weight Δ∅; its
 * figures are for comparison with it only.
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
  // pygamma’s answer where no two units are aligned, whatever it may mean.
  if (!isPaper && pairs === 0) return { sum: alone === 0 ? 1 : 0, weight: 1 };
  return { sum, weight };
}

/** The disorder as a figure: the mean of d_cat over the pairs. */
export function catDisorderFigure({ sum, weight }: CatDisorder): Figure {
  return weight === 0 ? unknown('no two units are aligned that count here') : known(sum / weight);
}

/**
 * γcat, or γk of the label that the disorders were taken with: 1 − the observed disorder over the mean of those
 * by chance. Samples in which no pair counts are left out.
 */
export function gammaCat(observed: CatDisorder, chance: readonly CatDisorder[]): Figure {
  if (observed.weight === 0) return unknown('no two units are aligned that count here');
  const defined = chance.filter(({ weight }) => weight > 0);
  const sum = defined.reduce((all, one) => all + one.sum / one.weight, 0);
  const disorder = observed.sum / observed.weight;
  return overChance(
    disorder,
    defined.length === 0 ? 0 : sum / defined.length,
    'by chance, too, aligned units have the same label',
  );
}
