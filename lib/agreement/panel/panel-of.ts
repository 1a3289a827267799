import type { Figure } from '../figure';
import type { PanelView, PartView } from '../agreement-view';
import { panelMeasures } from '../agreement-view';
import type { IntervalOrReason } from '../percentile-bootstrap';
import { partingFields } from '../statistics/article-statistics';
import type { DocumentVectors, VectorSums } from './document-vectors';
import { labelWidth, sumVectors } from './document-vectors';
import type { PairSum } from './pair-sums';
import { f1OfPair, meanF1OfLabel, pairSums } from './pair-sums';
import { panelFigures } from './panel-intervals';
import type { SelectedArticle } from './selection';
import { meanPairF1, pooledUAlpha } from './sum-figures';
import { vectorsOf } from './vectors-of';

/** The readings of a panel, added up, and which label alone is looked at, as a place of the vectors’ labels. */
export type PanelGround = {
  selected: readonly SelectedArticle[];
  vectors: DocumentVectors;
  pairs: readonly PairSum[];
  only: number | null;
};

/** Adds up what figures need of the chosen readings; `only` is the key of the one label that is looked at. */
export function groundOf(selected: readonly SelectedArticle[], only?: string): PanelGround {
  const vectors = vectorsOf(selected, only);
  const place = only === undefined ? -1 : vectors.labels.indexOf(only);
  // A label that nobody used has a place of its own, where there is nothing.
  if (only !== undefined && place === -1) vectors.labels.push(only);
  return {
    selected,
    vectors,
    pairs: pairSums(selected, vectors.labels),
    only: only === undefined ? null : vectors.labels.indexOf(only),
  };
}

const told = ({ value, reason }: Figure) => ({ value, reason: reason ?? null });

/** An interval as it is told, or why there is none. */
export function toldInterval({ interval, reason }: IntervalOrReason) {
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

/** Places of the labels that count towards figures of all labels. */
function countedLabels({ vectors, only }: PanelGround): number[] {
  return only === null ? vectors.labels.map((_, at) => at).slice(1) : [only];
}

/** Figures of some of the articles: those whose place has a 1 in `counts`. */
function partOf(ground: PanelGround, counts: Int32Array): PartView {
  const sums = sumVectors(ground.vectors, counts);
  return {
    articles: counts.reduce((sum, one) => sum + one, 0),
    n: valueOf(sums, ground.only ?? 0, 3),
    uAlphaPooled: told(pooledUAlpha(sums, countedLabels(ground))),
    f1Partial: told(meanPairF1(sums, 'partial')),
    f1Exact: told(meanPairF1(sums, 'exact')),
  };
}

/** Figures of each group of articles, by the group’s key, which `keyOf` tells from an article’s place. */
export function partsBy<Key>(
  ground: PanelGround,
  keyOf: (at: number) => Key,
): { key: Key; part: PartView }[] {
  const groups = new Map<Key, Int32Array>();
  for (const at of ground.selected.keys()) {
    const key = keyOf(at);
    const counts = groups.get(key) ?? new Int32Array(ground.selected.length);
    groups.set(key, counts);
    counts[at] = 1;
  }
  return Array.from(groups, ([key, counts]) => ({ key, part: partOf(ground, counts) }));
}

/** The headline figures and those of each label, with their intervals as `panelIntervals` has them. */
export function figuresOf(
  ground: PanelGround,
  intervals: readonly IntervalOrReason[],
): Pick<PanelView, 'figures' | 'labels'> {
  const { vectors, only, selected } = ground;
  const sums = sumVectors(vectors);
  const none: IntervalOrReason = { interval: null, reason: 'it was not asked for' };
  const all = panelFigures(sums, only, vectors.labels.length).map((figure, at) => ({
    ...told(figure),
    ...toldInterval(intervals[at] ?? none),
  }));
  const articlesWith = vectors.labels.map(() => 0);
  for (const place of vectors.label) articlesWith[place] = (articlesWith[place] ?? 0) + 1;
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
          f1Partial: told(meanF1OfLabel(ground.pairs, at, 'partial')),
          f1Exact: told(meanF1OfLabel(ground.pairs, at, 'exact')),
          n: valueOf(sums, at, 3),
          articles: articlesWith[at] ?? 0,
          prevalence: shareOf(valueOf(sums, at, 0), sums.volume),
        },
      ];
    }),
  };
}

type Partings = PanelView['partings'];

function partingsOf(counts: readonly number[]): Partings {
  const of = (field: keyof Partings): number => counts[partingFields.indexOf(field)] ?? 0;
  return {
    same: of('same'),
    parted: of('parted'),
    missing: of('missing'),
    boundary: of('boundary'),
    label: of('label'),
    nesting: of('nesting'),
    fragmentation: of('fragmentation'),
  };
}

/** The figures of every pair, and how all pairs part together; the latter whatever the label. */
export function pairsIn(ground: PanelGround): Pick<PanelView, 'pairs' | 'partings'> {
  const labels = countedLabels(ground);
  const all = partingFields.map((_, field) =>
    ground.pairs.reduce((sum, { partings }) => sum + (partings[field] ?? 0), 0),
  );
  return {
    pairs: ground.pairs.map((pair) => ({
      one: pair.one,
      other: pair.other,
      articles: pair.articles,
      n: valueOf(pair.sums, ground.only ?? 0, 3),
      uAlphaPooled: told(pooledUAlpha(pair.sums, labels)),
      f1Partial: told(f1OfPair(pair, labels, 'partial')),
      f1Exact: told(f1OfPair(pair, labels, 'exact')),
      partings: partingsOf(pair.partings),
    })),
    partings: partingsOf(all),
  };
}
