import type { Figure } from '../figure';
import { known, overChance, unknown } from '../figure';
import type { Dissimilarity } from './dissimilarity';
import { plainDissimilarity } from './dissimilarity';
import { shuffledContinuum, statisticalSampler } from './random-continuum';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { seededRandom } from '../seeded-random';
import type { Alignment, Disorder } from './alignment';
import { alignmentDisorder, bestAlignment, maxAnnotators } from './alignment';
import type { CatDisorder } from './gamma-cat';
import { catDisorder, gammaCat } from './gamma-cat';

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

/** The largest number of continua, however widely their disorders vary. */
const maxSamples = 5_000;
/** After so many units the event loop gets a turn. */
const unitsInOneGo = 2_000;

type Measured = { disorder: Disorder; cat: CatDisorder; byLabel: readonly CatDisorder[] };

const none = (why: string, labels: number): Gamma => ({
  gamma: unknown(why),
  interval: null,
  observed: null,
  expected: null,
  samples: 0,
  precision: null,
  gammaCat: unknown(why),
  gammaK: Array.from({ length: labels }, () => unknown(why)),
});

const sumCat = (all: readonly CatDisorder[]): CatDisorder => ({
  sum: all.reduce((sum, one) => sum + one.sum, 0),
  weight: all.reduce((sum, one) => sum + one.weight, 0),
});

function sumOf(all: readonly Measured[], labels: number): Measured {
  return {
    disorder: {
      sum: all.reduce((sum, { disorder }) => sum + disorder.sum, 0),
      mean: all.reduce((sum, { disorder }) => sum + disorder.mean, 0),
    },
    cat: sumCat(all.map(({ cat }) => cat)),
    byLabel: Array.from({ length: labels }, (_, label) =>
      sumCat(all.map(({ byLabel }) => byLabel[label] ?? { sum: 0, weight: 0 })),
    ),
  };
}

/** The measurements, or null where a document is too large. */
type Measure = (documents: readonly AnnotatedDocument[]) => Promise<Measured | null>;

function measurer(by: Dissimilarity, labels: number, signal: AbortSignal | undefined): Measure {
  let units = 0;
  const measure = (alignment: Alignment, annotators: number): Measured => ({
    disorder: alignmentDisorder(alignment, annotators, by),
    cat: catDisorder(alignment, by),
    byLabel: Array.from({ length: labels }, (_, label) => catDisorder(alignment, by, label)),
  });
  return async (documents) => {
    const measured: Measured[] = [];
    for (const document of documents) {
      units += document.units.length;
      if (units > unitsInOneGo) {
        units = 0;
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
      }
      signal?.throwIfAborted();
      const alignment = await bestAlignment(document, by);
      if (alignment === null) return null;
      measured.push(measure(alignment, document.annotators));
    }
    return sumOf(measured, labels);
  };
}

const tooLarge =
  'there are too many ways to align these units exactly; take the mean γ of pairs of annotators';

/**
 * γ of Mathet, Widlöcher & Métivier (2015) with γcat and γk of Mathet (2017), over one document or
 * more: the disorder of the best alignments, summed over documents, against that of random
 * continua, document by document. The same seed gives the same figure. Documents with fewer than
 * two annotators are left out; with more than five in one there is no figure: use
 * `meanPairwiseGamma` for these.
 */
export async function gamma(
  documents: readonly AnnotatedDocument[],
  choice: GammaChoice = {},
): Promise<Gamma> {
  const { sampler = 'statistical', samples = 30, precision = 0.02, labels = 0 } = choice;
  const by = choice.dissimilarity ?? plainDissimilarity;
  const compared = documents
    .filter(({ annotators }) => annotators > 1)
    .map((document) => ({
      ...document,
      units: document.units.filter(({ begin, end }) => begin < end),
    }));
  if (compared.length === 0) return none('no document has two annotators', labels);
  if (compared.every(({ units }) => units.length === 0))
    return none('nobody annotated anything', labels);
  if (compared.some(({ annotators }) => annotators > maxAnnotators))
    return none(
      `γ is exact for up to ${maxAnnotators} annotators; take the mean γ of pairs of annotators`,
      labels,
    );
  const measure = measurer(by, labels, choice.signal);
  const observed = await measure(compared);
  if (observed === null) return none(tooLarge, labels);
  const random = seededRandom(choice.seed ?? 1);
  const marked = compared.filter(({ units }) => units.length > 0);
  const draws = marked.map((document) =>
    sampler === 'shuffle'
      ? () => shuffledContinuum(document, random)
      : statisticalSampler(document, random),
  );
  const chance: Measured[] = [];
  let wanted = samples;
  while (chance.length < wanted) {
    let drawn = draws.map((draw) => draw());
    // All drawn annotators may be without units.
    while (drawn.every(({ units }) => units.length === 0)) drawn = draws.map((draw) => draw());
    const measured = await measure(drawn);
    if (measured === null) return none(tooLarge, labels);
    chance.push(measured);
    if (chance.length === samples && precision !== null)
      wanted = Math.max(samples, Math.min(maxSamples, samplesFor(disordersOf(chance), precision)));
    choice.onProgress?.(chance.length, wanted);
  }
  return against(observed, chance, labels);
}

const disordersOf = (all: readonly Measured[]): number[] =>
  all.map(({ disorder: { sum, mean } }) => sum / mean);

function against(observed: Measured, chance: readonly Measured[], labels: number): Gamma {
  const { mean: expected, cv } = variation(disordersOf(chance));
  const disorder = observed.disorder.sum / observed.disorder.mean;
  const figure =
    disorder === 0 ? known(1) : overChance(disorder, expected, 'by chance, too, nothing differs');
  const error = (cv * 1.96) / Math.sqrt(chance.length);
  const at = (share: number) => (disorder === 0 ? 1 : 1 - disorder / (expected * share));
  return {
    gamma: figure,
    interval: figure.value === null || error >= 1 ? null : [at(1 - error), at(1 + error)],
    observed: disorder,
    expected,
    samples: chance.length,
    precision: error,
    gammaCat: gammaCat(
      observed.cat,
      chance.map(({ cat }) => cat),
    ),
    gammaK: Array.from({ length: labels }, (_, label) =>
      gammaCat(
        observed.byLabel[label] ?? { sum: 0, weight: 0 },
        chance.flatMap(({ byLabel }) => byLabel[label] ?? []),
      ),
    ),
  };
}
