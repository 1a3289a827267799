import { setImmediate as others } from 'node:timers/promises';
import { panelMeasures } from '../agreement-view';
import type { Figure } from '../figure';
import type { IntervalOrReason } from '../percentile-bootstrap';
import { minDocuments, intervalOf } from '../percentile-bootstrap';
import { seededRandom } from '../seeded-random';
import type { DocumentVectors } from './document-vectors';
import { sumVectors } from './document-vectors';
import { drawDocuments, panelFigures, tooFewArticles } from './panel-intervals';

/** Intervals of what lies between the figures of two moments: of the panel’s headline figures in their order, and of uα by label. */
export type DifferenceIntervals = {
  figures: readonly IntervalOrReason[];
  labels: ReadonlyMap<string, IntervalOrReason>;
};

/** Articles times draws that are reckoned before others are served: some ten milliseconds. */
const portion = 20_000;

const headlines = panelMeasures.length;

/** Places of the same figure at either moment: the headlines, then the labels that both moments have. */
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
 * 95 % percentile intervals, over articles, of each figure’s difference between two moments. Every draw
 * has the same articles at both (a paired bootstrap; Efron & Tibshirani 1993, ch. 8), since how hard an
 * article is to read is the same at both. A draw in which a figure is not defined at either moment is
 * left out. A label that was used at one moment only has none. Others are served meanwhile.
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
