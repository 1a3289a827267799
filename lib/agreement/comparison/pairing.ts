import { isSameSpan } from '@/lib/annotation/span';
import type { Mark } from './mark';
import { hullOf, inTextOrder, overlapOf, sizeOf } from './mark';

/** Two marks of two readings that speak of the same thing; `nested` where one marks a whole and the other a part of it. */
export type Link = { one: Mark; other: Mark; nested: boolean };

/** How two readings meet: their links, by mark, and the marks whose only counterpart lies around or within them. */
export type Pairing = { links: Link[]; linksOf: Map<Mark, Link[]>; inside: Set<Mark> };

type Meeting = { one: Mark; other: Mark; shared: number; dice: number; smaller: number };

/** Every two marks of two readings that share something, by a sweep over both in text order. */
function meetings(ones: readonly Mark[], others: readonly Mark[]): Meeting[] {
  const found: Meeting[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (const one of ones) {
    const { start, end } = hullOf(one);
    for (let other = others[next]; other !== undefined; other = others[++next]) {
      if (hullOf(other).start >= end) break;
      open.push(other);
    }
    open = open.filter((other) => hullOf(other).end > start);
    for (const other of open) {
      const shared = hullOf(other).start < end ? overlapOf(one, other) : 0;
      if (shared === 0) continue;
      const [mine, theirs] = [sizeOf(one), sizeOf(other)];
      const dice = (2 * shared) / (mine + theirs);
      found.push({ one, other, shared, dice, smaller: Math.min(mine, theirs) });
    }
  }
  return found;
}

const byLikeness = (first: Meeting, second: Meeting): number =>
  second.dice - first.dice ||
  inTextOrder(first.one, second.one) ||
  inTextOrder(first.other, second.other);

/**
 * Says which marks of two readings speak of the same thing. In this order, each mark once, the most
 * alike (Dice of what they cover) first: the same label on the same segments; the same label on
 * stretches that meet; then a left-over that lies at least half within a partner of its label, which
 * is thus in pieces; other labels on stretches half alike or more; a whole and a part of it under
 * other labels. It does not matter which reading comes first.
 */
export function pairMarks(ones: readonly Mark[], others: readonly Mark[]): Pairing {
  const met = meetings(ones.toSorted(inTextOrder), others.toSorted(inTextOrder)).sort(byLikeness);
  const links: Link[] = [];
  const linksOf = new Map<Mark, Link[]>();
  const exact = new Set<Mark>();
  const link = ({ one, other }: Meeting, nested = false): void => {
    const made = { one, other, nested };
    links.push(made);
    for (const mark of [one, other]) {
      const known = linksOf.get(mark);
      if (known === undefined) linksOf.set(mark, [made]);
      else known.push(made);
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
