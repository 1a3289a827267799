import type { Figure } from '../figure';
import type { IntervalOrReason } from '../percentile-bootstrap';
import { minDocuments, intervalOf } from '../percentile-bootstrap';
import { seededRandom } from '../seeded-random';
import type { DocumentVectors, VectorSums } from './document-vectors';
import { sumVectors } from './document-vectors';
import { meanPairF1, pooledUAlpha, uAlphaOfLabel } from './sum-figures';
import { setImmediate as others } from 'node:timers/promises';
import { panelMeasures } from '../agreement-view';

/**
 * The figures of a panel, in order: pooled uα, uα of any annotation (|uα), mean pairwise F1 partial
 * and exact, then uα of each label from index 1.
 */
export function panelFigures(sums: VectorSums, only: number | null, labels: number): Figure[] {
  const counted = Array.from({ length: labels - 1 }, (_, at) => at + 1);
  return [
    pooledUAlpha(sums, only === null ? counted : [only]),
    uAlphaOfLabel(sums, only ?? 0),
    meanPairF1(sums, 'partial'),
    meanPairF1(sums, 'exact'),
    ...counted.map((label) => uAlphaOfLabel(sums, label)),
  ];
}

/** Why too few articles have no interval. */
const tooFewArticles = (documents: number): IntervalOrReason => ({
  interval: null,
  reason: `too few articles for an interval: ${documents}, and it needs ${minDocuments}`,
});

/**
 * Draws as many documents as there are, with replacement; `counts` becomes how often each is drawn.
 */
function drawDocuments(counts: Int32Array, integer: (below: number) => number): void {
  counts.fill(0);
  for (let draw = 0; draw < counts.length; draw++) {
    const at = integer(counts.length);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/**
 * A 95 % percentile interval for each of `panelFigures`, from `replicates` draws of as many
 * documents with replacement. All figures use the same draws. Takes milliseconds for a hundred
 * documents, about two seconds for ten thousand with five annotators: run it in a worker.
 */
export function panelIntervals(
  vectors: DocumentVectors,
  only: number | null,
  { replicates = 1000, level = 0.95, seed = 1 } = {},
): IntervalOrReason[] {
  const documents = vectors.volume.length;
  const labels = vectors.labels.length;
  const figures = labels + 3;
  if (documents < minDocuments)
    return Array.from({ length: figures }, () => tooFewArticles(documents));
  const { integer } = seededRandom(seed);
  const values = Array.from({ length: figures }, (): number[] => []);
  const counts = new Int32Array(documents);
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawDocuments(counts, integer);
    for (const [at, { value }] of panelFigures(sumVectors(vectors, counts), only, labels).entries())
      if (value !== null) values[at]?.push(value);
  }
  return values.map((defined) => intervalOf(defined, replicates - defined.length, level));
}

/**
 * Intervals of the differences between two moments: of the panel’s headline figures in order, and
 * of uα by label.
 */
type DifferenceIntervals = {
  figures: readonly IntervalOrReason[];
  labels: ReadonlyMap<string, IntervalOrReason>;
};

/**
 * Articles times draws that are computed before the event loop gets a turn: some ten milliseconds.
 */
const portion = 20_000;

const headlines = panelMeasures.length;

/** Indices of the same figure at both moments: the headlines, then the labels that both have. */
function sharedFigures(before: readonly string[], after: readonly string[]) {
  const heads = Array.from({ length: headlines }, (_, at) => ({ label: '', one: at, other: at }));
  const labels = before.slice(1).flatMap((label, at) => {
    const there = after.indexOf(label, 1);
    return there === -1 ? [] : [{ label, one: headlines + at, other: headlines - 1 + there }];
  });
  return [...heads, ...labels];
}

const figuresOf = (vectors: DocumentVectors, counts: Int32Array): Figure[] =>
  panelFigures(sumVectors(vectors, counts), null, vectors.labels.length);

/**
 * 95 % percentile intervals, over articles, of each figure’s difference between two moments. Every
 * draw has the same articles at both (a paired bootstrap; Efron & Tibshirani 1993, ch. 8), since an
 * article’s difficulty is the same at both. Draws in which a figure is not defined at either moment
 * are left out. Labels used at one moment only have none. Yields to the event loop regularly.
 */
export async function differenceIntervals(
  before: DocumentVectors,
  after: DocumentVectors,
  { replicates = 1000, level = 0.95, seed = 1 } = {},
): Promise<DifferenceIntervals> {
  const documents = before.volume.length;
  const shared = sharedFigures(before.labels, after.labels);
  const values = shared.map((): number[] => []);
  const isEnough = documents >= minDocuments;
  const { integer } = seededRandom(seed);
  const counts = new Int32Array(documents);
  const pause = Math.max(1, Math.floor(portion / documents));
  for (let replicate = 0; isEnough && replicate < replicates; replicate++) {
    if (replicate % pause === 0) await others();
    drawDocuments(counts, integer);
    const [then, now] = [figuresOf(before, counts), figuresOf(after, counts)];
    for (const [index, { one, other }] of shared.entries()) {
      const [from, to] = [then[one]?.value ?? null, now[other]?.value ?? null];
      if (from !== null && to !== null) values[index]?.push(to - from);
    }
  }
  const none = tooFewArticles(documents);
  const intervals = values.map((defined) =>
    isEnough ? intervalOf(defined, replicates - defined.length, level) : none,
  );
  return {
    figures: intervals.slice(0, headlines),
    labels: new Map(
      shared.slice(headlines).map(({ label }, at) => [label, intervals[headlines + at] ?? none]),
    ),
  };
}
