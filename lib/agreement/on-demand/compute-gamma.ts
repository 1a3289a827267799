import type { Gamma, GammaChoice } from '@/lib/agreement/gamma/gamma';
import type { ComputationContext } from '@/lib/compute/computation';
import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';
import type { Figure } from '@/lib/agreement/figure';
import { gamma } from '@/lib/agreement/gamma/gamma';
import {
  annotatorPairs,
  meanPairwiseGamma,
  maxAtOnce,
} from '@/lib/agreement/gamma/mean-pairwise-gamma';
import type { AnnotatedRequest, AnnotatedArticle } from './annotated-articles';
import { LabelIndex, annotatedArticles, onDemandFigure } from './annotated-articles';

/** The articles and layers of γ; it is always computed over characters. */
export type GammaRequest = Omit<AnnotatedRequest, 'item'>;

const settings = { sampler: 'statistical', seed: 1, samples: 30, precision: 0.02 } as const;

const percent = (share: number | null) =>
  share === null ? 'unknown' : `${(share * 100).toFixed(1)} %`;

const howOf = (samples: number, precision: number | null) =>
  `Chance: ${samples} continua drawn by the statistical sampler from seed ${settings.seed}; the disorder they expect is known to ${percent(precision)} (95 %). α = β = 1, Δ∅ = 1.`;

const beside = (
  name: string,
  { value, reason }: Figure,
  of: { label?: string; pair?: [string, string] } = {},
): OnDemandFigureView['beside'][number] => ({
  name,
  value,
  reason: reason ?? null,
  label: of.label ?? null,
  pair: of.pair ?? null,
});

type GammaResult = { figure: Figure } & Pick<
  OnDemandFigureView,
  'method' | 'interval' | 'intervalReason' | 'beside'
>;

function gammaAtOnce(found: Gamma, labels: readonly string[]): GammaResult {
  const { gamma: figure, interval, samples, precision, gammaCat, gammaK } = found;
  return {
    figure,
    method: `γ of all annotators of an article at once, summed over articles. ${howOf(samples, precision)}`,
    interval: interval && { low: interval[0], high: interval[1] },
    intervalReason:
      interval === null ? (figure.reason ?? 'the disorder by chance varies too widely') : null,
    beside: [
      beside('γcat', gammaCat),
      ...labels.flatMap((label, at) => {
        const of = gammaK[at];
        return of === undefined ? [] : [beside('γk', of, { label })];
      }),
    ],
  };
}

async function gammaByPairs(
  articles: readonly AnnotatedArticle[],
  choice: GammaChoice,
): Promise<GammaResult> {
  const read = articles.map(({ document, coders }) => ({ document, people: coders }));
  const { mean, pairs: found } = await meanPairwiseGamma(annotatorPairs(read), choice);
  const precision = Math.max(...found.map((one) => one.precision ?? 0));
  const samples = found.reduce((sum, one) => sum + one.samples, 0);
  return {
    figure: mean,
    method: `The mean γ of all pairs of annotators, over the articles of both, since some articles have more than ${maxAtOnce} annotators. ${howOf(samples, precision)}`,
    interval: null,
    intervalReason: 'there is no interval for a mean of pairs',
    beside: found.map(({ gamma: of, pair: [one, other] }) =>
      beside('γ', of, { pair: [one, other] }),
    ),
  };
}

/**
 * γ of the chosen layers: of all annotators of an article at once where these are few, else the
 * mean of pairs.
 */
export async function computeGamma(
  request: GammaRequest,
  { signal, onProgress }: ComputationContext = {},
): Promise<OnDemandFigureView> {
  const labelIndex = new LabelIndex();
  const articles: AnnotatedArticle[] = [];
  for await (const portion of annotatedArticles({ ...request, item: 'character' }, labelIndex)) {
    signal?.throwIfAborted();
    articles.push(...portion.articles);
  }
  const choice: GammaChoice = {
    ...settings,
    labels: labelIndex.labels.length,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done, total) => onProgress?.({ done: Math.floor(done), total }),
  };
  const documents = articles.map(({ document }) => document);
  const isAtOnce = documents.every(({ annotators }) => annotators <= maxAtOnce);
  const atOnce = isAtOnce ? await gamma(documents, choice) : null;
  const isTooLarge =
    atOnce?.gamma.value === null && documents.some(({ units }) => units.length > 0);
  const { figure, ...details } =
    atOnce === null || isTooLarge
      ? await gammaByPairs(articles, { ...choice, labels: 0 })
      : gammaAtOnce(atOnce, labelIndex.labels);
  const input = {
    articles: articles.length,
    n: documents.reduce((sum, { units }) => sum + units.length, 0),
    coders: new Set(articles.flatMap(({ coders }) => coders)),
  };
  return onDemandFigure(figure, input, details);
}
