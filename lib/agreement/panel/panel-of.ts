import type { LayerAnnotations } from '@/lib/comparison/compared-unit';
import type { Figure } from '../figure';
import type { PanelView, SubsetView } from '../agreement-view';
import { panelMeasures } from '../agreement-view';
import type { IntervalOrReason } from '../percentile-bootstrap';
import { disagreementFields } from '../statistics/article-statistics';
import type { DocumentVectors, VectorSums } from './document-vectors';
import { labelWidth, sumVectors, vectorsOf } from './document-vectors';
import type { PairSum } from './pair-sums';
import { f1OfPair, meanF1OfLabel, pairSums } from './pair-sums';
import { panelFigures } from './panel-intervals';
import type { SelectedArticle } from './selection';
import { meanPairF1, pooledUAlpha } from './sum-figures';
import { statisticsOfLayers } from '@/lib/agreement/statistics/statistics-of-layers';

/**
 * The summed layers of a panel, and the one label that is looked at, as an index in the vectors’
 * labels.
 */
type PanelInput = {
  selected: readonly SelectedArticle[];
  vectors: DocumentVectors;
  pairs: readonly PairSum[];
  only: number | null;
};

/**
 * Sums what figures need of the chosen layers; `only` is the key of the one label that is looked
 * at.
 */
export function panelInputOf(selected: readonly SelectedArticle[], only?: string): PanelInput {
  const vectors = vectorsOf(selected, only);
  const index = only === undefined ? -1 : vectors.labels.indexOf(only);
  // A label that nobody used gets an index of its own, where all is 0.
  if (only !== undefined && index === -1) vectors.labels.push(only);
  return {
    selected,
    vectors,
    pairs: pairSums(selected, vectors.labels),
    only: only === undefined ? null : vectors.labels.indexOf(only),
  };
}

const figureViewOf = ({ value, reason }: Figure) => ({ value, reason: reason ?? null });

/** The view of an interval, or of the reason why there is none. */
export function intervalViewOf({ interval, reason }: IntervalOrReason) {
  return {
    interval: interval && {
      low: interval.low,
      high: interval.high,
      replicates: interval.replicates,
      undefinedReplicates: interval.undefinedReplicates,
    },
    intervalReason: reason ?? null,
  };
}

const valueOf = ({ labels }: VectorSums, label: number, field: 0 | 3): number =>
  labels[label * labelWidth + field] ?? 0;

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Indices of the labels that count towards figures of all labels. */
function countedLabels({ vectors, only }: PanelInput): number[] {
  return only === null ? vectors.labels.map((_, at) => at).slice(1) : [only];
}

/** Figures of some of the articles: those with a 1 in `counts`. */
function subsetOf(input: PanelInput, counts: Int32Array): SubsetView {
  const sums = sumVectors(input.vectors, counts);
  return {
    articles: counts.reduce((sum, one) => sum + one, 0),
    n: valueOf(sums, input.only ?? 0, 3),
    uAlphaPooled: figureViewOf(pooledUAlpha(sums, countedLabels(input))),
    f1Partial: figureViewOf(meanPairF1(sums, 'partial')),
    f1Exact: figureViewOf(meanPairF1(sums, 'exact')),
  };
}

/**
 * Figures of each group of articles, by the group’s key; `keyOf` gives the key of an article’s
 * index.
 */
export function subsetsBy<Key>(
  input: PanelInput,
  keyOf: (at: number) => Key,
): { key: Key; subset: SubsetView }[] {
  const groups = new Map<Key, Int32Array>();
  for (const at of input.selected.keys()) {
    const key = keyOf(at);
    const counts = groups.get(key) ?? new Int32Array(input.selected.length);
    groups.set(key, counts);
    counts[at] = 1;
  }
  return Array.from(groups, ([key, counts]) => ({ key, subset: subsetOf(input, counts) }));
}

/**
 * The headline figures and those of each label, with their intervals in the order of
 * `panelIntervals`.
 */
export function figuresOf(
  input: PanelInput,
  intervals: readonly IntervalOrReason[],
): Pick<PanelView, 'figures' | 'labels'> {
  const { vectors, only, selected } = input;
  const sums = sumVectors(vectors);
  const none: IntervalOrReason = { interval: null, reason: 'it was not requested' };
  const all = panelFigures(sums, only, vectors.labels.length).map((figure, at) => ({
    ...figureViewOf(figure),
    ...intervalViewOf(intervals[at] ?? none),
  }));
  const articlesWith = vectors.labels.map(() => 0);
  for (const index of vectors.label) articlesWith[index] = (articlesWith[index] ?? 0) + 1;
  const common = {
    n: valueOf(sums, only ?? 0, 3),
    articles: selected.length,
    coders: vectors.coders.length,
    prevalence: shareOf(valueOf(sums, only ?? 0, 0), sums.volume),
  };
  return {
    figures: panelMeasures.flatMap((measure, at) => {
      const figure = all[at];
      return figure === undefined ? [] : [{ measure, ...figure, ...common }];
    }),
    labels: vectors.labels.flatMap((label, at) => {
      const figure = all[at + panelMeasures.length - 1];
      if (at === 0 || figure === undefined || (only !== null && at !== only)) return [];
      return [
        {
          label,
          ...figure,
          f1Partial: figureViewOf(meanF1OfLabel(input.pairs, at, 'partial')),
          f1Exact: figureViewOf(meanF1OfLabel(input.pairs, at, 'exact')),
          n: valueOf(sums, at, 3),
          articles: articlesWith[at] ?? 0,
          prevalence: shareOf(valueOf(sums, at, 0), sums.volume),
        },
      ];
    }),
  };
}

type Disagreements = PanelView['disagreements'];

function disagreementsOf(counts: readonly number[]): Disagreements {
  const of = (field: keyof Disagreements): number => counts[disagreementFields.indexOf(field)] ?? 0;
  return {
    same: of('same'),
    differing: of('differing'),
    missing: of('missing'),
    boundary: of('boundary'),
    label: of('label'),
    nesting: of('nesting'),
    fragmentation: of('fragmentation'),
  };
}

/**
 * The figures of every pair, and the disagreements of all pairs together; the latter whatever the
 * label.
 */
export function pairsIn(input: PanelInput): Pick<PanelView, 'pairs' | 'disagreements'> {
  const labels = countedLabels(input);
  const all = disagreementFields.map((_, field) =>
    input.pairs.reduce((sum, { disagreements }) => sum + (disagreements[field] ?? 0), 0),
  );
  return {
    pairs: input.pairs.map((pair) => ({
      one: pair.one,
      other: pair.other,
      articles: pair.articles,
      n: valueOf(pair.sums, input.only ?? 0, 3),
      uAlphaPooled: figureViewOf(pooledUAlpha(pair.sums, labels)),
      f1Partial: figureViewOf(f1OfPair(pair, labels, 'partial')),
      f1Exact: figureViewOf(f1OfPair(pair, labels, 'exact')),
      disagreements: disagreementsOf(pair.disagreements),
    })),
    disagreements: disagreementsOf(all),
  };
}

type IntervalField = 'interval' | 'intervalReason';

/** Figures of one article; there are no intervals, since these are over articles. */
type ArticleFigures = {
  figures: Omit<PanelView['figures'][number], IntervalField | 'articles'>[];
  labels: Omit<PanelView['labels'][number], IntervalField | 'articles'>[];
};

/**
 * The agreement of the layers of one article, over all labels and by label; empty for fewer than
 * two layers. Annotations and `length` in code points.
 */
export function articleFigures(
  layers: readonly LayerAnnotations[],
  length: number,
): ArticleFigures {
  if (layers.length < 2) return { figures: [], labels: [] };
  const statistics = statisticsOfLayers(
    layers.map(({ layerId, annotations }) => ({
      userId: layerId,
      layerId,
      submitted: true,
      annotations,
    })),
    { length, readAt: '' },
  );
  const input = panelInputOf([{ statistics, chosen: layers.map((_, at) => at) }]);
  const { figures, labels } = figuresOf(input, []);
  return {
    figures: figures.map(({ interval: _, intervalReason: __, articles: ___, ...figure }) => figure),
    labels: labels.map(({ interval: _, intervalReason: __, articles: ___, ...label }) => label),
  };
}
