import type { Figure } from '../figure';
import type { Dissimilarity } from './dissimilarity';

/** How random continua are drawn; the two give different figures. */
export const samplers = ['shuffle', 'statistical'] as const;
/** One of `samplers`. */
type Sampler = (typeof samplers)[number];

/** How γ is computed; all options may be omitted. */
export type GammaChoice = {
  readonly dissimilarity?: Dissimilarity;
  readonly sampler?: Sampler;
  readonly seed?: number;
  /** The initial number of random continua: 30. */
  readonly samples?: number;
  /** The relative error of δ_e to reach, at 95 %, by drawing more; null: draw no more. 0.02. */
  readonly precision?: number | null;
  /** For γk: the number of labels; 0 for none. */
  readonly labels?: number;
  /** Rejects with its reason when it is aborted. */
  readonly signal?: AbortSignal;
  /** Called after every sample; `of` may grow once. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** γ and the quantities it is computed from. Disorders are null where γ could not be computed. */
export type Gamma = {
  readonly gamma: Figure;
  /**
   * From the error of δ_e at 95 %; null where there is none. It does not include the choice of
   * annotators.
   */
  readonly interval: readonly [number, number] | null;
  readonly observed: number | null;
  readonly expected: number | null;
  /** The number of continua drawn, and the relative error of δ_e that it gives. */
  readonly samples: number;
  readonly precision: number | null;
  readonly gammaCat: Figure;
  /** γk by label. */
  readonly gammaK: readonly Figure[];
};

/** The mean of the disorders, and cv: their population standard deviation over the mean. */
export function variation(disorders: readonly number[]): { mean: number; cv: number } {
  const mean = disorders.reduce((sum, one) => sum + one, 0) / disorders.length;
  const square = disorders.reduce((sum, one) => sum + (one - mean) ** 2, 0) / disorders.length;
  return { mean, cv: mean === 0 ? 0 : Math.sqrt(square) / mean };
}

/**
 * The number of continua that gives the mean disorder this relative error at 95 %, estimated from
 * the first ones.
 */
export function samplesFor(disorders: readonly number[], precision: number): number {
  return Math.ceil(((variation(disorders).cv * 1.96) / precision) ** 2);
}
