import { isSameSpan } from '@/lib/annotation/span';
import type { Mark } from './mark';
import { hullOf, inTextOrder, overlapOf, sizeOf } from './mark';

/** Two marks of two readings that speak of the same thing; `nested` where one marks a whole and the other a part of it. */
export type Link = { one: Mark; other: Mark; nested: boolean };

/** How two readings meet: their links, by mark, and the marks whose only counterpart lies around or within them. */
export type Pairing = { links: Link[]; linksOf: Map<Mark, Link[]>; inside: Set<Mark> };

/** A mark in its list, with what is asked of it again and again. */
type Laid = { mark: Mark; at: number; start: number; end: number; size: number };

type Meeting = {
  one: Mark;
  other: Mark;
  shared: number;
  dice: number;
  smaller: number;
  oneAt: number;
  otherAt: number;
};

/** Readings are paired with many others: what is found out of a list is kept as long as the list. */
const laidOut = new WeakMap<readonly Mark[], Laid[]>();

function layOut(marks: readonly Mark[]): Laid[] {
  const known = laidOut.get(marks);
  if (known !== undefined) return known;
  const laid = marks
    .toSorted(inTextOrder)
    .map((mark, at) => ({ mark, at, ...hullOf(mark), size: sizeOf(mark) }));
  laidOut.set(marks, laid);
  return laid;
}

/** Every two marks of two readings that share something, by a sweep over both in text order. */
function meetings(ones: readonly Laid[], others: readonly Laid[]): Meeting[] {
  const found: Meeting[] = [];
  let open: Laid[] = [];
  let next = 0;
  for (const one of ones) {
    for (let other = others[next]; other !== undefined; other = others[++next]) {
      if (other.start >= one.end) break;
      open.push(other);
    }
    open = open.filter((other) => other.end > one.start);
    for (const other of open) {
      const shared = other.start < one.end ? overlapOf(one.mark, other.mark) : 0;
      if (shared === 0) continue;
      found.push({
        one: one.mark,
        other: other.mark,
        shared,
        dice: (2 * shared) / (one.size + other.size),
        smaller: Math.min(one.size, other.size),
        oneAt: one.at,
        otherAt: other.at,
      });
    }
  }
  return found;
}

const byLikeness = (first: Meeting, second: Meeting): number =>
  second.dice - first.dice || first.oneAt - second.oneAt || first.otherAt - second.otherAt;

/**
 * Says which marks of two readings speak of the same thing. In this order, each mark once, the most
 * alike (Dice of what they cover) first: the same label on the same segments; the same label on
 * stretches that meet; then a left-over that lies at least half within a partner of its label, which
 * is thus in pieces; other labels on stretches half alike or more; a whole and a part of it under
 * other labels. It does not matter which reading comes first.
 */
export function pairMarks(ones: readonly Mark[], others: readonly Mark[]): Pairing {
  const met = meetings(layOut(ones), layOut(others)).sort(byLikeness);
  const links: Link[] = [];
  const linksOf = new Map<Mark, Link[]>();
  const exact = new Set<Mark>();
  const link = ({ one, other }: Meeting, nested = false): void => {
    const made = { one, other, nested };
    links.push(made);
    for (const mark of [one, other]) {
      const known = linksOf.get(mark);
      if (known) known.push(made);
      else linksOf.set(mark, [made]);
    }
  };
  const isFree = ({ one, other }: Meeting): boolean => !linksOf.has(one) && !linksOf.has(other);
  const sameLabel = met.filter(({ one, other }) => one.label === other.label);
  const otherLabel = met.filter(({ one, other }) => one.label !== other.label);

  for (const pair of sameLabel)
    if (isFree(pair) && isSameSpan(pair.one.segments, pair.other.segments)) {
      link(pair);
      exact.add(pair.one).add(pair.other);
    }
  for (const pair of sameLabel) if (isFree(pair)) link(pair);
  for (const pair of sameLabel) {
    const { one, other, shared } = pair;
    if (linksOf.has(one) === linksOf.has(other) || exact.has(one) || exact.has(other)) continue;
    if (2 * shared >= sizeOf(linksOf.has(one) ? other : one)) link(pair);
  }
  for (const pair of otherLabel) if (isFree(pair) && pair.dice >= 0.5) link(pair);
  const within = met.filter(({ dice, shared, smaller }) => dice < 0.5 && shared === smaller);
  for (const pair of within) if (isFree(pair)) link(pair, true);
  const alone = within.flatMap(({ one, other }) => [one, other]);
  return { links, linksOf, inside: new Set(alone.filter((mark) => !linksOf.has(mark))) };
}
