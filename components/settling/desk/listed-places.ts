import type { SettlingKind } from '@/lib/adjudication/unit/settling-unit';
import { settlingKinds } from '@/lib/adjudication/unit/settling-unit';
import { unitOver } from '@/components/comparison/unit-filter';
import type { Segment } from '@/lib/article/segment';
import type { Place } from './place';
import { isLeft, ownPlace } from './place';
import type { SettlingAsk } from './settling-ask';

type Filter = Pick<SettlingAsk, 'show' | 'kind' | 'label' | 'pair' | 'order'>;

/** How many places part in each way; `same` are those where all say the same. */
export type KindCounts = Record<SettlingKind | 'same', number>;

/** Whether two readings say something else at a place: by the version that each holds; silence is one too. */
export function partsAt(
  { versions }: Pick<Place, 'versions'>,
  [one, other]: readonly [string, string],
): boolean {
  const at = (layer: string) =>
    versions.findIndex(({ holders }) => holders.some(({ layerId }) => layerId === layer));
  return at(one) !== at(other);
}

const isShown = (place: Place, show: Filter['show']): boolean =>
  show === 'all' ||
  (show === 'elsewhere' ? place.state === 'elsewhere' : isLeft(place) === (show === 'left'));

const isOfKind = ({ kinds, state }: Place, kind: SettlingKind | 'same'): boolean =>
  kind === 'same' ? kinds.length === 0 && state !== 'elsewhere' : kinds.includes(kind);

/** Places in an order: with `parted` those first at which readings part. */
export function inOrder(places: readonly Place[], order: Filter['order']): readonly Place[] {
  if (order === 'place') return places;
  const isSame = ({ kinds }: Place) => Number(kinds.length === 0);
  return places.toSorted((one, other) => isSame(one) - isSame(other) || one.start - other.start);
}

/** What the list shows: the places that pass, and how many of each kind there would be. `places` come in their order. */
export function listedPlaces(
  places: readonly Place[],
  { show, kind, label, pair }: Omit<Filter, 'order'>,
): { places: readonly Place[]; counts: KindCounts } {
  const open = places.filter(
    (place) =>
      isShown(place, show) &&
      (label === null || place.labels.has(label)) &&
      (pair === null || partsAt(place, pair)),
  );
  const counts: KindCounts = {
    same: open.filter((place) => isOfKind(place, 'same')).length,
    missing: 0,
    boundary: 0,
    label: 0,
    nesting: 0,
    fragmentation: 0,
    attributes: 0,
  };
  for (const one of settlingKinds)
    counts[one] = open.filter((place) => isOfKind(place, one)).length;
  return { places: kind === null ? open : open.filter((place) => isOfKind(place, kind)), counts };
}

/**
 * The listed place after or before another one, which may have left the list: it keeps its rank among
 * all. Without one the first that is listed, or the last. Null at either end.
 */
export function placeBeside(
  all: readonly Place[],
  listed: readonly Place[],
  to: 'next' | 'previous',
  chosenId: string | null,
): Place | null {
  const rank = new Map(all.map(({ id }, at) => [id, at]));
  const here = chosenId === null ? undefined : rank.get(chosenId);
  if (here === undefined) return (to === 'next' ? listed[0] : listed.at(-1)) ?? null;
  const rankOf = ({ id }: Place) => rank.get(id) ?? -1;
  return to === 'next'
    ? (listed.find((place) => rankOf(place) > here) ?? null)
    : (listed.findLast((place) => rankOf(place) < here) ?? null);
}

/** The next place that is left to people after one, beginning again at the top; null where none is. */
export function nextLeft(
  all: readonly Place[],
  listed: readonly Place[],
  afterId: string | null,
): Place | null {
  const left = listed.filter((place) => isLeft(place) && place.id !== afterId);
  return placeBeside(all, left, 'next', afterId) ?? left[0] ?? null;
}

/** The places that a position lies in, the shortest first; after the chosen one the next of them comes. */
export function placeAt(
  places: readonly Place[],
  position: number,
  chosenId: string | null,
): Place | null {
  const here = places
    .filter(({ start, end }) => start <= position && position <= end)
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  const at = here.findIndex(({ id }) => id === chosenId);
  return here[(at + 1) % here.length] ?? null;
}

/** The place that something of one's own belongs to: the chosen one where it touches it, else the one that it shares most with, else one of its own. */
export function placeFor(
  segments: readonly Segment[],
  chosen: Place | null,
  places: readonly Place[],
  text: string,
): Place {
  const [start, end] = [segments[0]?.start ?? null, segments.at(-1)?.end ?? null];
  return (
    unitOver(chosen === null ? [] : [chosen], start, end) ??
    unitOver(places, start, end) ??
    ownPlace(segments, text)
  );
}
