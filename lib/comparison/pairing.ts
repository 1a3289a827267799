import type { ComparedAnnotation } from './compared-unit';
import { hullOf, inTextOrder, overlapOf, sizeOf } from './compared-unit';
import { Refusal } from '@/lib/refusal';

/** Two annotations of two layers that are paired; `nested` where one covers a whole and the other a part of it. */
type Link = { one: ComparedAnnotation; other: ComparedAnnotation; nested: boolean };

/** The pairing of two layers: its links, the links by annotation, and the annotations whose only counterpart lies around or within them. */
export type Pairing = {
  links: Link[];
  linksOf: Map<ComparedAnnotation, Link[]>;
  inside: Set<ComparedAnnotation>;
};

/** An annotation with its index in text order, its hull and its size. */
type Measured = {
  annotation: ComparedAnnotation;
  at: number;
  start: number;
  end: number;
  size: number;
};

type Meeting = {
  one: ComparedAnnotation;
  other: ComparedAnnotation;
  shared: number;
  dice: number;
  smaller: number;
  oneAt: number;
  otherAt: number;
};

/** A layer is paired with many others, so the measures are cached for the lifetime of its list. */
const measuredLists = new WeakMap<readonly ComparedAnnotation[], Measured[]>();

function measure(annotations: readonly ComparedAnnotation[]): Measured[] {
  const known = measuredLists.get(annotations);
  if (known !== undefined) return known;
  const measured = annotations
    .toSorted(inTextOrder)
    .map((annotation, at) => ({ annotation, at, ...hullOf(annotation), size: sizeOf(annotation) }));
  measuredLists.set(annotations, measured);
  return measured;
}

/**
 * How many pairs of overlapping annotations two layers may have, those that are the same in both not
 * counted: each pair takes some hundred bytes and a microsecond. Two layers of 2,000 annotations, each
 * of which overlaps fifty of the other, have so many.
 */
export const maxPairs = 200_000;

/** The number of ascending values that are less than `bound`; binary search. */
function countBelow(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of pairs whose hulls overlap, counted without visiting each pair. */
function countPairs(ones: readonly Measured[], others: readonly Measured[]): number {
  const starts = others.map(({ start }) => start);
  const ends = others.map(({ end }) => end).sort((one, other) => one - other);
  // Of those that begin before this one ends, all but those that end before it begins.
  return ones.reduce(
    (sum, { start, end }) => sum + countBelow(starts, end) - countBelow(ends, start + 1),
    0,
  );
}

function refuseMany(ones: readonly Measured[], others: readonly Measured[]): void {
  const pairs = countPairs(ones, others);
  if (pairs <= maxPairs) return;
  const [found, limit] = [pairs, maxPairs].map((count) => count.toLocaleString('en'));
  throw new Refusal(
    'costly',
    `Two of these layers have ${found} pairs of annotations that overlap, and at most ${limit} can be compared. Nothing was changed. Choose other layers, or have annotations removed that lie within many others.`,
  );
}

/** Calls `meet` with every two annotations whose hulls overlap, by a sweep over both lists in text order. */
function sweep(
  ones: readonly Measured[],
  others: readonly Measured[],
  meet: (one: Measured, other: Measured) => void,
): void {
  let open: Measured[] = [];
  let next = 0;
  for (const one of ones) {
    for (let other = others[next]; other !== undefined; other = others[++next]) {
      if (other.start >= one.end) break;
      open.push(other);
    }
    open = open.filter((other) => other.end > one.start);
    for (const other of open) if (other.start < one.end) meet(one, other);
  }
}

function meetingOf(one: Measured, other: Measured): Meeting | null {
  const shared = overlapOf(one.annotation, other.annotation);
  if (shared === 0) return null;
  return {
    one: one.annotation,
    other: other.annotation,
    shared,
    dice: (2 * shared) / (one.size + other.size),
    smaller: Math.min(one.size, other.size),
    oneAt: one.at,
    otherAt: other.at,
  };
}

const isWithin = ({ dice, shared, smaller }: Meeting): boolean => dice < 0.5 && shared === smaller;

/** Every two annotations of two layers that share text. */
function meetings(ones: readonly Measured[], others: readonly Measured[]): Meeting[] {
  refuseMany(ones, others);
  const found: Meeting[] = [];
  sweep(ones, others, (one, other) => {
    const meeting = meetingOf(one, other);
    if (meeting !== null) found.push(meeting);
  });
  return found;
}

/** Annotations with the same label on the same segments; equal ones are paired in their order. */
function exactPairs(
  ones: readonly Measured[],
  others: readonly Measured[],
): [one: Measured, other: Measured][] {
  const keyOf = ({ annotation: { label, segments } }: Measured) =>
    segments.reduce((key, { start, end }) => `${key} ${start} ${end}`, label);
  const waiting = new Map<string, Measured[]>();
  for (const other of others.toReversed()) {
    const key = keyOf(other);
    const same = waiting.get(key);
    if (same) same.push(other);
    else waiting.set(key, [other]);
  }
  return ones.flatMap((one) => {
    const other = waiting.get(keyOf(one))?.pop();
    return other === undefined ? [] : [[one, other]];
  });
}

/** The annotations of each layer that have no identical one in the other. */
function differing(
  ones: readonly Measured[],
  others: readonly Measured[],
): [Measured[], Measured[]] {
  const exact = new Set(exactPairs(ones, others).flat());
  return [ones.filter((one) => !exact.has(one)), others.filter((other) => !exact.has(other))];
}

/**
 * Refuses two layers that `pairAnnotations` would refuse, without pairing them.
 *
 * @throws {Refusal} `costly` where more than `maxPairs` overlap.
 */
export function requireFewPairs(
  ones: readonly ComparedAnnotation[],
  others: readonly ComparedAnnotation[],
): void {
  if (ones.length * others.length > maxPairs)
    refuseMany(...differing(measure(ones), measure(others)));
}

const byLikeness = (first: Meeting, second: Meeting): number =>
  second.dice - first.dice || first.oneAt - second.oneAt || first.otherAt - second.otherAt;

/**
 * Pairs the annotations of two layers. The steps, each of which takes unpaired annotations in
 * descending order of the Dice coefficient of what they cover: the same label on the same segments; the
 * same label on overlapping segments; a rest that lies at least half within a paired annotation of its
 * label (a fragment); different labels with Dice of at least 0.5; a whole and a part of it with
 * different labels. Symmetric in its arguments.
 *
 * @throws {Refusal} `costly` where more than `maxPairs` overlap.
 */
export function pairAnnotations(
  ones: readonly ComparedAnnotation[],
  others: readonly ComparedAnnotation[],
): Pairing {
  const [measuredOnes, measuredOthers] = [measure(ones), measure(others)];
  const links: Link[] = [];
  const linksOf = new Map<ComparedAnnotation, Link[]>();
  const link = ({ one, other }: Pick<Link, 'one' | 'other'>, nested = false): void => {
    const made = { one, other, nested };
    links.push(made);
    for (const annotation of [one, other]) {
      const known = linksOf.get(annotation);
      if (known) known.push(made);
      else linksOf.set(annotation, [made]);
    }
  };
  const isFree = ({ one, other }: Meeting): boolean => !linksOf.has(one) && !linksOf.has(other);
  const isLeft = ({ annotation }: Measured): boolean => !linksOf.has(annotation);

  const exact = exactPairs(measuredOnes, measuredOthers);
  for (const [one, other] of exact) link({ one: one.annotation, other: other.annotation });
  // Identical annotations are paired first; the later steps pair only the rest.
  const candidates = meetings(measuredOnes.filter(isLeft), measuredOthers.filter(isLeft)).sort(
    byLikeness,
  );
  const sameLabel = candidates.filter(({ one, other }) => one.label === other.label);
  const otherLabel = candidates.filter(({ one, other }) => one.label !== other.label);

  for (const pair of sameLabel) if (isFree(pair)) link(pair);
  for (const pair of sameLabel) {
    const { one, other, shared } = pair;
    if (linksOf.has(one) === linksOf.has(other)) continue;
    if (2 * shared >= sizeOf(linksOf.has(one) ? other : one)) link(pair);
  }
  for (const pair of otherLabel) if (isFree(pair) && pair.dice >= 0.5) link(pair);
  const within = candidates.filter(isWithin);
  for (const pair of within) if (isFree(pair)) link(pair, true);
  const inside = new Set<ComparedAnnotation>();
  const markInside = (annotation: ComparedAnnotation) => {
    if (!linksOf.has(annotation)) inside.add(annotation);
  };
  for (const { one, other } of within)
    for (const annotation of [one, other]) markInside(annotation);
  const lookInside = (left: readonly Measured[], around: readonly Measured[]) =>
    sweep(left, around, (one, other) => {
      if (inside.has(one.annotation)) return;
      const meeting = meetingOf(one, other);
      if (meeting !== null && isWithin(meeting)) inside.add(one.annotation);
    });
  lookInside(
    measuredOnes.filter(isLeft),
    exact.map(([, other]) => other).sort((one, other) => one.at - other.at),
  );
  lookInside(
    measuredOthers.filter(isLeft),
    exact.map(([one]) => one),
  );
  return { links, linksOf, inside };
}
