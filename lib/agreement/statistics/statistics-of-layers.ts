import { compareLayers, pairLayers } from '@/lib/comparison/compare-layers';
import type { ComparedUnit } from '@/lib/comparison/compared-unit';
import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';
import type { LayerPairing } from '@/lib/comparison/disagreement';
import { pairDisagreement } from '@/lib/comparison/disagreement';
import { exactCounts } from '@/lib/agreement/f1/exact-counts';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import { mergedSpans } from '@/lib/agreement/f1/merged-spans';
import { partialCounts } from '@/lib/agreement/f1/partial-counts';
import type { ArticleStatistics, DividedPassage } from './article-statistics';
import { divisionOf, maxPassages, pairsOf, disagreementFields } from './article-statistics';
import { clustersOf } from './clusters';
import { confusionOf } from './confusion';

/** One annotator's reading of the article; marks in code points. */
export type AnnotatorLayer = {
  userId: string;
  layerId: string;
  submitted: boolean;
  annotations: readonly ComparedAnnotation[];
};

/** Stretches as they are, and with those that overlap made one. */
type Stretches = { spans: AnnotatedSpan[]; merged: readonly AnnotatedSpan[] };

const none: Stretches = { spans: [], merged: [] };

/** Each segment is a stretch of its own; under '' all of them, whatever their label. */
function stretchesByLabel(annotations: readonly ComparedAnnotation[]): Map<string, Stretches> {
  const spans = new Map<string, AnnotatedSpan[]>([['', []]]);
  for (const { label, segments } of annotations)
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

function togetherIn(ones: readonly AnnotatedSpan[], others: readonly AnnotatedSpan[]): number {
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
function countDisagreements(
  units: readonly ComparedUnit[],
  { first, second, pairing }: LayerPairing,
): number[] {
  const counts = disagreementFields.map(() => 0);
  for (const { versions } of units) {
    const disagreement = pairDisagreement(
      versions[first]?.annotations ?? [],
      versions[second]?.annotations ?? [],
      pairing,
    );
    if (disagreement === -1) continue;
    const at = disagreement === 0 ? 0 : 1;
    counts[at] = (counts[at] ?? 0) + 1;
    for (let field = 2; field < counts.length; field++)
      counts[field] = (counts[field] ?? 0) + ((disagreement >> (field - 2)) & 1);
  }
  return counts;
}

const wordOf = ({ label, segments }: ComparedAnnotation): string =>
  segments.reduce((word, { start, end }) => `${word} ${start} ${end}`, label);

function dividedIn(units: readonly ComparedUnit[], annotators: number): DividedPassage[] {
  const everybody = Array.from({ length: annotators }, (_, at) => at);
  return units
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ start, end, versions }) => {
      const contents = versions.map(({ annotations }) => annotations.map(wordOf).join('\n'));
      const distinct = [...new Set(contents)].filter((word) => word !== '');
      const passage = { start, end, versions: contents.map((word) => distinct.indexOf(word)) };
      return { passage, division: divisionOf(passage, everybody) };
    })
    .sort((one, other) => other.division - one.division)
    .slice(0, maxPassages)
    .map(({ passage }) => passage);
}

/** Reduces an article's readings to what figures of agreement need to know of it. `length` in code points. */
export function statisticsOfLayers(
  layers: readonly AnnotatorLayer[],
  { length, readAt }: { length: number; readAt: string },
): ArticleStatistics {
  const stretches = layers.map(({ annotations }) => stretchesByLabel(annotations));
  const used = new Set(layers.flatMap(({ annotations }) => annotations.map(({ label }) => label)));
  const labels = ['', ...[...used].sort()];
  const pairs = pairsOf(layers.length);
  const pairings = pairLayers(layers);
  const units = compareLayers(layers, pairings);
  return {
    length,
    readAt,
    annotators: layers.map(({ userId }) => userId),
    layers: layers.map(({ layerId }) => layerId),
    submitted: layers.map(({ submitted }) => submitted),
    labels,
    alone: labels.flatMap((label) => stretches.flatMap((of) => aloneIn(of.get(label) ?? none))),
    shared: labels.flatMap((label) =>
      pairs.flatMap(([first, second]) =>
        sharedIn(stretches[first]?.get(label) ?? none, stretches[second]?.get(label) ?? none),
      ),
    ),
    disagreements: pairings.flatMap((pair) => countDisagreements(units, pair)),
    confusion: confusionOf(units, pairs, labels),
    clusters: clustersOf(layers, labels),
    divided: dividedIn(units, layers.length),
  };
}
