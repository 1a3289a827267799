import type { Figure } from '../figure';
import type { Dissimilarity } from './dissimilarity';

/** How continua by chance are drawn; figures of the two differ. */
export const samplers = ['shuffle', 'statistical'] as const;
/** One of `samplers`. */
export type Sampler = (typeof samplers)[number];

/** How γ is taken; all may be left out. */
export type GammaChoice = {
  readonly dissimilarity?: Dissimilarity;
  readonly sampler?: Sampler;
  readonly seed?: number;
  /** How many continua are drawn at first: 30. */
  readonly samples?: number;
  /** The relative error of δ_e that is aimed at, at 95 %, by drawing more; null: draw no more. 0.02. */
  readonly precision?: number | null;
  /** For γk: how many labels there are; 0 for none. */
  readonly labels?: number;
  /** Rejects with its reason when it is aborted. */
  readonly signal?: AbortSignal;
  /** Told after every sample; `of` may grow once. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** γ and what it was taken from. Disorders are null where γ could not be computed. */
export type Gamma = {
  readonly gamma: Figure;
  /** From the error of δ_e at 95 %; null where there is none. Who the annotators are is not in it. */
  readonly interval: readonly [number, number] | null;
  readonly observed: number | null;
  readonly expected: number | null;
  /** How many continua were drawn, and the relative error of δ_e that this came to. */
  readonly samples: number;
  readonly precision: number | null;
  readonly gammaCat: Figure;
  /** γk by label. */
  readonly gammaK: readonly Figure[];
};
