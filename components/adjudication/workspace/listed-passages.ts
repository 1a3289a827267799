import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';
import { unitOver } from '@/components/workbench/unit-filter';
import type { Segment } from '@/lib/article/segment';
import type { Passage } from './passage';
import { isLeft, ownPassage } from './passage';
import type { AdjudicationQuery } from './adjudication-query';

type Filter = Pick<AdjudicationQuery, 'show' | 'kind' | 'label' | 'pair' | 'order'>;

/** How many passages have each kind of disagreement; `same` are those without any. */
export type KindCounts = Record<UnitDisagreementKind | 'same', number>;

/**
 * Whether two layers differ at a passage: whether they hold different versions; having nothing is
 * one too.
 */
export function differsAt(
  { versions }: Pick<Passage, 'versions'>,
  [one, other]: readonly [string, string],
): boolean {
  const at = (layer: string) =>
    versions.findIndex(({ holders }) => holders.some(({ layerId }) => layerId === layer));
  return at(one) !== at(other);
}

const isShown = (passage: Passage, show: Filter['show']): boolean =>
  show === 'all' ||
  (show === 'elsewhere' ? passage.state === 'elsewhere' : isLeft(passage) === (show === 'left'));

const isOfKind = ({ kinds, state }: Passage, kind: UnitDisagreementKind | 'same'): boolean =>
  kind === 'same' ? kinds.length === 0 && state !== 'elsewhere' : kinds.includes(kind);

/** Passages in an order; `differing` has those with disagreements first. */
export function sortPassages(
  passages: readonly Passage[],
  order: Filter['order'],
): readonly Passage[] {
  if (order === 'position') return passages;
  const isSame = ({ kinds }: Passage) => Number(kinds.length === 0);
  return passages.toSorted((one, other) => isSame(one) - isSame(other) || one.start - other.start);
}

/**
 * The listed passages, in the order of `passages`, and how many of each kind there would be without
 * the filter by kind.
 */
export function listedPassages(
  passages: readonly Passage[],
  { show, kind, label, pair }: Omit<Filter, 'order'>,
): { passages: readonly Passage[]; counts: KindCounts } {
  const open = passages.filter(
    (passage) =>
      isShown(passage, show) &&
      (label === null || passage.labels.has(label)) &&
      (pair === null || differsAt(passage, pair)),
  );
  const counts: KindCounts = {
    same: open.filter((passage) => isOfKind(passage, 'same')).length,
    missing: 0,
    boundary: 0,
    label: 0,
    nesting: 0,
    fragmentation: 0,
    attributes: 0,
  };
  for (const one of unitDisagreementKinds)
    counts[one] = open.filter((passage) => isOfKind(passage, one)).length;
  return {
    passages: kind === null ? open : open.filter((passage) => isOfKind(passage, kind)),
    counts,
  };
}

/**
 * The listed passage after or before another one, which may have left the list: it keeps its rank
 * among all. Without one, the first or the last of the list. Null at either end.
 */
export function adjacentPassage(
  all: readonly Passage[],
  listed: readonly Passage[],
  to: 'next' | 'previous',
  chosenId: string | null,
): Passage | null {
  const rank = new Map(all.map(({ id }, at) => [id, at]));
  const here = chosenId === null ? undefined : rank.get(chosenId);
  if (here === undefined) return (to === 'next' ? listed[0] : listed.at(-1)) ?? null;
  const rankOf = ({ id }: Passage) => rank.get(id) ?? -1;
  return to === 'next'
    ? (listed.find((passage) => rankOf(passage) > here) ?? null)
    : (listed.findLast((passage) => rankOf(passage) < here) ?? null);
}

/** The next unresolved passage after one, starting again at the top; null where there is none. */
export function nextOpenPassage(
  all: readonly Passage[],
  listed: readonly Passage[],
  afterId: string | null,
): Passage | null {
  const left = listed.filter((passage) => isLeft(passage) && passage.id !== afterId);
  return adjacentPassage(all, left, 'next', afterId) ?? left[0] ?? null;
}

/** The passage at a position, the shortest first; if one of them is chosen, the next of them. */
export function passageAt(
  passages: readonly Passage[],
  position: number,
  chosenId: string | null,
): Passage | null {
  const here = passages
    .filter(({ start, end }) => start <= position && position <= end)
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  const at = here.findIndex(({ id }) => id === chosenId);
  return here[(at + 1) % here.length] ?? null;
}

/**
 * The passage that a new annotation belongs to: the chosen one where it overlaps, else the one with
 * most overlap, else a passage of its own.
 */
export function passageFor(
  segments: readonly Segment[],
  chosen: Passage | null,
  passages: readonly Passage[],
  text: string,
): Passage {
  const [start, end] = [segments[0]?.start ?? null, segments.at(-1)?.end ?? null];
  return (
    unitOver(chosen === null ? [] : [chosen], start, end) ??
    unitOver(passages, start, end) ??
    ownPassage(segments, text)
  );
}
