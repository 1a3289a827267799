import { isSameSpan } from '@/lib/annotation/span';
import type { Segment } from '@/lib/article/segment';
import type { DisagreementKind, LayerVersion, ComparedAnnotation } from './compared-unit';
import { disagreementKinds } from './compared-unit';
import type { Pairing } from './pairing';

/** The pairing of two layers, by their indexes in a list of layers. */
export type LayerPairing = { first: number; second: number; pairing: Pairing };

/** Whether the annotations have the same spans, index by index. */
const areSameSpans = (
  one: readonly ComparedAnnotation[],
  other: readonly ComparedAnnotation[],
): boolean => one.every(({ segments }, at) => isSameSpan(segments, other[at]?.segments ?? []));

const haveSameLabels = (
  one: readonly ComparedAnnotation[],
  other: readonly ComparedAnnotation[],
): boolean =>
  one.every(({ label }) => other.some((annotation) => annotation.label === label)) &&
  other.every(({ label }) => one.some((annotation) => annotation.label === label));

const piecesOf = (annotations: readonly ComparedAnnotation[]): number =>
  annotations.reduce((sum, { segments }) => sum + segments.length, 0);

/** From the start of the first of the annotations, which are in text order, to the last end. */
function reachOf(annotations: readonly ComparedAnnotation[]): Segment {
  const end = annotations.reduce(
    (max, { segments }) => Math.max(max, segments.at(-1)?.end ?? 0),
    0,
  );
  return { start: annotations[0]?.segments[0]?.start ?? 0, end };
}

const bit = (kind: DisagreementKind): number => 1 << disagreementKinds.indexOf(kind);
const [missing, boundary, otherLabel, nesting, fragmentation] = [
  bit('missing'),
  bit('boundary'),
  bit('label'),
  bit('nesting'),
  bit('fragmentation'),
];

/** The kinds of disagreement of two versions that both have annotations, as a bit set, without nesting. */
function between(one: readonly ComparedAnnotation[], other: readonly ComparedAnnotation[]): number {
  const inPieces = one.length !== other.length || piecesOf(one) !== piecesOf(other);
  const elsewhere = inPieces
    ? !isSameSpan([reachOf(one)], [reachOf(other)])
    : !areSameSpans(one, other);
  return (
    (elsewhere ? boundary : 0) |
    (haveSameLabels(one, other) ? 0 : otherLabel) |
    (inPieces ? fragmentation : 0)
  );
}

/**
 * How two layers disagree on a unit, as a bit set with `1 << index` for each of `disagreementKinds`: 0
 * where they agree, −1 where neither has an annotation. An annotation without a counterpart that lies
 * within or around an annotation of the other layer counts as nesting rather than missing.
 */
export function pairDisagreement(
  one: readonly ComparedAnnotation[],
  other: readonly ComparedAnnotation[],
  pairing: Pairing,
): number {
  if (one.length === 0 || other.length === 0) {
    const present = one.length === 0 ? other : one;
    if (present.length === 0) return -1;
    return present.some((annotation) => pairing.inside.has(annotation)) ? nesting : missing;
  }
  let [plain, nested] = [0, 0];
  for (const annotation of one)
    for (const link of pairing.linksOf.get(annotation) ?? [])
      if (link.nested) nested++;
      else plain++;
  if (nested === 0) return between(one, other);
  return nesting | (plain === 0 ? 0 : between(one, other));
}

/** The kinds in a bit set of `pairDisagreement`. */
function kindsIn(sum: number): DisagreementKind[] {
  return disagreementKinds.filter((_, at) => (sum >> at) & 1);
}

/** The kinds of disagreement in one unit, in the order of `disagreementKinds`; versions are in the layers' order. */
export function disagreementKindsOf(
  versions: readonly LayerVersion[],
  pairings: readonly LayerPairing[],
): DisagreementKind[] {
  let sum = 0;
  const silent = versions.map(() => 0);
  for (const { first, second, pairing } of pairings) {
    const [one, other] = [versions[first]?.annotations ?? [], versions[second]?.annotations ?? []];
    const disagreement = pairDisagreement(one, other, pairing);
    if (disagreement === -1) continue;
    const at = one.length === 0 ? first : second;
    if (one.length > 0 && other.length > 0) sum |= disagreement;
    else silent[at] = (silent[at] ?? 0) | disagreement;
  }
  // A layer that annotated around or within the passage elsewhere has not missed it.
  for (const disagreement of silent) sum |= disagreement & nesting ? nesting : disagreement;
  return kindsIn(sum);
}
