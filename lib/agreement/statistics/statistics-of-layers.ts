import { exactCounts, partialCounts } from '@/lib/agreement/f1/span-counts';
import { mergedSpans } from '@/lib/agreement/f1/annotated-span';
import { compareLayers, pairLayers } from '@/lib/comparison/compare-layers';
import type { ComparedUnit, ComparedAnnotation } from '@/lib/comparison/compared-unit';
import type { LayerPairing } from '@/lib/comparison/disagreement';
import { pairDisagreement } from '@/lib/comparison/disagreement';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import type { ArticleStatistics, DividedPassage } from './article-statistics';
import { divisionOf, maxPassages, pairsOf, disagreementFields } from './article-statistics';
import { confusionOf } from './confusion';

type Stretch = { start: number; end: number; annotator: number };

/** Who has a span in each cluster of overlapping spans, '1' or '0' by annotator. */
function patternsOf(stretches: Stretch[], annotators: number): string[] {
  const patterns: string[] = [];
  let present = new Set<number>();
  let until = -1;
  const close = () => {
    if (present.size === 0) return;
    const marked = Array.from({ length: annotators }, (_, at) => (present.has(at) ? '1' : '0'));
    patterns.push(marked.join(''));
    present = new Set();
  };
  for (const { start, end, annotator } of stretches.sort((one, other) => one.start - other.start)) {
    if (start >= until) close();
    present.add(annotator);
    until = Math.max(until, end);
  }
  close();
  return patterns;
}

/**
 * The items from which annotators’ competence is estimated: one for every label and cluster of its
 * overlapping spans, with who has a span there and who has not. Identical ones are counted
 * together. Characters would not do as items, since they depend on each other.
 */
export function clustersOf(
  layers: readonly AnnotatorLayer[],
  labels: readonly string[],
): [label: number, marked: string, count: number][] {
  const byLabel = new Map<string, Stretch[]>(labels.slice(1).map((label) => [label, []]));
  for (const [annotator, { annotations }] of layers.entries())
    for (const { label, segments } of annotations)
      for (const { start, end } of segments) byLabel.get(label)?.push({ start, end, annotator });
  const clusters: [number, string, number][] = [];
  for (const [label, stretches] of byLabel) {
    const counts = new Map<string, number>();
    for (const pattern of patternsOf(stretches, layers.length))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    for (const [marked, count] of counts) clusters.push([labels.indexOf(label), marked, count]);
  }
  return clusters;
}

/** One annotator’s layer of the article; annotations in code points. */
export type AnnotatorLayer = {
  userId: string;
  layerId: string;
  submitted: boolean;
  annotations: readonly ComparedAnnotation[];
};

/** Spans as they are, and with overlapping ones merged. */
type Stretches = { spans: AnnotatedSpan[]; merged: readonly AnnotatedSpan[] };

const none: Stretches = { spans: [], merged: [] };

/** Each segment is a span of its own; under '' are all spans, whatever their label. */
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

/** `disagreementFields` of one pair, over the units of all layers. */
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

/** Reduces an article’s layers to what figures of agreement need. `length` in code points. */
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
