import type { ComparedAnnotation } from './compared-unit';
import { hullOf, inTextOrder, overlapOf, sizeOf } from './compared-unit';
import { Refusal } from '@/lib/refusal';

/** Two marks of two readings that speak of the same thing; `nested` where one marks a whole and the other a part of it. */
export type Link = { one: ComparedAnnotation; other: ComparedAnnotation; nested: boolean };

/** How two readings meet: their links, by mark, and the marks whose only counterpart lies around or within them. */
export type Pairing = {
  links: Link[];
  linksOf: Map<ComparedAnnotation, Link[]>;
  inside: Set<ComparedAnnotation>;
};

/** A mark in its list, with what is asked of it again and again. */
type Laid = {
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

/** Readings are paired with many others: what is found out of a list is kept as long as the list. */
const laidOut = new WeakMap<readonly ComparedAnnotation[], Laid[]>();

function layOut(annotations: readonly ComparedAnnotation[]): Laid[] {
  const known = laidOut.get(annotations);
  if (known !== undefined) return known;
  const laid = annotations
    .toSorted(inTextOrder)
    .map((annotation, at) => ({ annotation, at, ...hullOf(annotation), size: sizeOf(annotation) }));
  laidOut.set(annotations, laid);
  return laid;
}

/**
 * How many pairs of overlapping annotations two layers may have, those that are the same in both not
 * counted: each pair takes some hundred bytes and a microsecond. Two layers of 2,000 annotations, each
 * of which overlaps fifty of the other, have so many.
 */
export const maxPairs = 200_000;

/** How many of the ascending numbers are less than `bound`. */
function countBelow(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many pairs overlap from their first to their last position, without looking at each. */
function countPairs(ones: readonly Laid[], others: readonly Laid[]): number {
  const starts = others.map(({ start }) => start);
  const ends = others.map(({ end }) => end).sort((one, other) => one - other);
  // Of those that begin before this one ends, all but those that end before it begins.
  return ones.reduce(
    (sum, { start, end }) => sum + countBelow(starts, end) - countBelow(ends, start + 1),
    0,
  );
}

function refuseMany(ones: readonly Laid[], others: readonly Laid[]): void {
  const pairs = countPairs(ones, others);
  if (pairs <= maxPairs) return;
  const [found, limit] = [pairs, maxPairs].map((count) => count.toLocaleString('en'));
  throw new Refusal(
    'costly',
    `Two of these layers have ${found} pairs of annotations that overlap, and at most ${limit} can be compared. Nothing was changed. Choose other layers, or have annotations removed that lie within many others.`,
  );
}

/** Calls `meet` with every two marks that may share something, by a sweep over both in text order. */
function sweep(
  ones: readonly Laid[],
  others: readonly Laid[],
  meet: (one: Laid, other: Laid) => void,
): void {
  let open: Laid[] = [];
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

function meetingOf(one: Laid, other: Laid): Meeting | null {
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

/** Every two marks of two readings that share something. */
function meetings(ones: readonly Laid[], others: readonly Laid[]): Meeting[] {
  refuseMany(ones, others);
  const found: Meeting[] = [];
  sweep(ones, others, (one, other) => {
    const meeting = meetingOf(one, other);
    if (meeting !== null) found.push(meeting);
  });
  return found;
}

/** The same label on the same segments, the first with the first where there are several. */
function exactPairs(ones: readonly Laid[], others: readonly Laid[]): [one: Laid, other: Laid][] {
  const keyOf = ({ annotation: { label, segments } }: Laid) =>
    segments.reduce((key, { start, end }) => `${key} ${start} ${end}`, label);
  const waiting = new Map<string, Laid[]>();
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

/** What is in one layer and not exactly so in the other. */
function differing(ones: readonly Laid[], others: readonly Laid[]): [Laid[], Laid[]] {
  const exact = new Set(exactPairs(ones, others).flat());
  return [ones.filter((one) => !exact.has(one)), others.filter((other) => !exact.has(other))];
}

/**
 * Refuses two layers that `pairMarks` would refuse, without pairing them.
 *
 * @throws {Refusal} `costly` where more than `maxPairs` overlap.
 */
export function requireFewPairs(
  ones: readonly ComparedAnnotation[],
  others: readonly ComparedAnnotation[],
): void {
  if (ones.length * others.length > maxPairs)
    refuseMany(...differing(layOut(ones), layOut(others)));
}

const byLikeness = (first: Meeting, second: Meeting): number =>
  second.dice - first.dice || first.oneAt - second.oneAt || first.otherAt - second.otherAt;

/**
 * Says which marks of two readings speak of the same thing. In this order, each mark once, the most
 * alike (Dice of what they cover) first: the same label on the same segments; the same label on
 * stretches that meet; then a left-over that lies at least half within a partner of its label, which
 * is thus in pieces; other labels on stretches half alike or more; a whole and a part of it under
 * other labels. It does not matter which reading comes first.
 *
 * @throws {Refusal} `costly` where more than `maxPairs` overlap.
 */
export function pairAnnotations(
  ones: readonly ComparedAnnotation[],
  others: readonly ComparedAnnotation[],
): Pairing {
  const [laidOnes, laidOthers] = [layOut(ones), layOut(others)];
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
  const isLeft = ({ annotation }: Laid): boolean => !linksOf.has(annotation);

  const exact = exactPairs(laidOnes, laidOthers);
  for (const [one, other] of exact) link({ one: one.annotation, other: other.annotation });
  // What is the same in both is paired, and those that follow pair only what is left.
  const candidates = meetings(laidOnes.filter(isLeft), laidOthers.filter(isLeft)).sort(byLikeness);
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
  const lookInside = (left: readonly Laid[], around: readonly Laid[]) =>
    sweep(left, around, (one, other) => {
      if (inside.has(one.annotation)) return;
      const meeting = meetingOf(one, other);
      if (meeting !== null && isWithin(meeting)) inside.add(one.annotation);
    });
  lookInside(
    laidOnes.filter(isLeft),
    exact.map(([, other]) => other).sort((one, other) => one.at - other.at),
  );
  lookInside(
    laidOthers.filter(isLeft),
    exact.map(([one]) => one),
  );
  return { links, linksOf, inside };
}
