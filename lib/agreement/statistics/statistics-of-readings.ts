import { compareReadings, pairReadings } from '../comparison/compare-readings';
import type { ComparedUnit } from '../comparison/compared-unit';
import type { Mark } from '../comparison/mark';
import type { Met } from '../comparison/parting';
import { pairParting } from '../comparison/parting';
import { exactCounts } from '../f1/exact-counts';
import type { MarkedSpan } from '../f1/marked-span';
import { mergedSpans } from '../f1/merged-spans';
import { partialCounts } from '../f1/partial-counts';
import type { ArticleStatistics, DividedPassage } from './article-statistics';
import { divisionOf, mostPassages, pairsOf, partingFields } from './article-statistics';
import { clustersOf } from './clusters';
import { confusionOf } from './confusion';

/** One annotator's reading of the article; marks in code points. */
export type AnnotatorReading = {
  userId: string;
  layerId: string;
  submitted: boolean;
  marks: readonly Mark[];
};

/** Stretches as they are, and with those that overlap made one. */
type Stretches = { spans: MarkedSpan[]; merged: readonly MarkedSpan[] };

const none: Stretches = { spans: [], merged: [] };

/** Each segment is a stretch of its own; under '' all of them, whatever their label. */
function stretchesByLabel(marks: readonly Mark[]): Map<string, Stretches> {
  const spans = new Map<string, MarkedSpan[]>([['', []]]);
  for (const { label, segments } of marks)
    for (const { start, end } of segments) {
      const span = { begin: start, end };
      spans.get('')?.push(span);
      const own = spans.get(label);
      if (own === undefined) spans.set(label, [span]);
      else own.push(span);
    }
  return new Map(
    Array.from(spans, ([label, of]) => [label, { spans: of, merged: mergedSpans(of) }]),
  );
}

/** `aloneFields` of one annotator under one label. */
function aloneIn({ spans, merged }: Stretches): number[] {
  let [marked, squares] = [0, 0];
  for (const { begin, end } of merged) {
    marked += end - begin;
    squares += (end - begin) ** 2;
  }
  return [spans.length, merged.length, marked, squares];
}

function togetherIn(ones: readonly MarkedSpan[], others: readonly MarkedSpan[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < ones.length && j < others.length;) {
    const [one, other] = [ones[i], others[j]];
    if (one === undefined || other === undefined) break;
    sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.begin, other.begin));
    if (one.end < other.end) i++;
    else j++;
  }
  return sum;
}

/** `sharedFields` of two annotators under one label. */
function sharedIn(one: Stretches, other: Stretches): number[] {
  if (one.spans.length === 0 || other.spans.length === 0) return [0, 0, 0, 0];
  const { foundA, foundB } = partialCounts(one.merged, other.merged, 'any label');
  const exact = exactCounts(one.spans, other.spans, 'any label').foundA;
  return [togetherIn(one.merged, other.merged), exact, foundA, foundB];
}

/** `partingFields` of one pair, over the units of all readings. */
function partingsIn(units: readonly ComparedUnit[], { first, second, pairing }: Met): number[] {
  const counts = partingFields.map(() => 0);
  for (const { stands } of units) {
    const parting = pairParting(stands[first]?.marks ?? [], stands[second]?.marks ?? [], pairing);
    if (parting === -1) continue;
    const at = parting === 0 ? 0 : 1;
    counts[at] = (counts[at] ?? 0) + 1;
    for (let field = 2; field < counts.length; field++)
      counts[field] = (counts[field] ?? 0) + ((parting >> (field - 2)) & 1);
  }
  return counts;
}

const wordOf = ({ label, segments }: Mark): string =>
  segments.reduce((word, { start, end }) => `${word} ${start} ${end}`, label);

function dividedIn(units: readonly ComparedUnit[], annotators: number): DividedPassage[] {
  const everybody = Array.from({ length: annotators }, (_, at) => at);
  return units
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ start, end, stands }) => {
      const said = stands.map(({ marks }) => marks.map(wordOf).join('\n'));
      const words = [...new Set(said)].filter((word) => word !== '');
      const passage = { start, end, stands: said.map((word) => words.indexOf(word)) };
      return { passage, division: divisionOf(passage, everybody) };
    })
    .sort((one, other) => other.division - one.division)
    .slice(0, mostPassages)
    .map(({ passage }) => passage);
}

/** Reduces an article's readings to what figures of agreement need to know of it. `length` in code points. */
export function statisticsOfReadings(
  readings: readonly AnnotatorReading[],
  { length, readAt }: { length: number; readAt: string },
): ArticleStatistics {
  const stretches = readings.map(({ marks }) => stretchesByLabel(marks));
  const used = new Set(readings.flatMap(({ marks }) => marks.map(({ label }) => label)));
  const labels = ['', ...[...used].sort()];
  const pairs = pairsOf(readings.length);
  const met = pairReadings(readings);
  const units = compareReadings(readings, met);
  return {
    length,
    readAt,
    annotators: readings.map(({ userId }) => userId),
    layers: readings.map(({ layerId }) => layerId),
    submitted: readings.map(({ submitted }) => submitted),
    labels,
    alone: labels.flatMap((label) => stretches.flatMap((of) => aloneIn(of.get(label) ?? none))),
    shared: labels.flatMap((label) =>
      pairs.flatMap(([first, second]) =>
        sharedIn(stretches[first]?.get(label) ?? none, stretches[second]?.get(label) ?? none),
      ),
    ),
    partings: met.flatMap((pair) => partingsIn(units, pair)),
    confusion: confusionOf(units, pairs, labels),
    clusters: clustersOf(readings, labels),
    divided: dividedIn(units, readings.length),
  };
}
