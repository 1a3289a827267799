/** A card's position: the rank of its annotation, and its top in px from the article's top. */
export type CardPosition = { rank: number; top: number };

/** The measurements that cards are laid out by. */
export type CardSpace = {
  count: number;
  /**
   * Top of the annotation of this rank in px from the article's top; null while it is not laid out.
   */
  topOf: (rank: number) => number | null;
  heightOf: (rank: number) => number;
  /** The visible part, in px from the article's top. */
  view: { from: number; to: number };
  /** The rank whose card must be exactly beside its span; null where none is chosen. */
  chosen: number | null;
};

const gap = 6;
const maxCards = 150;

/** The first rank whose span begins at or below `edge`; `count` where none does. Tops rise with the rank. */
export function firstFrom(
  edge: number,
  { count, topOf }: Pick<CardSpace, 'count' | 'topOf'>,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    let known = middle;
    let top = topOf(known);
    while (top === null && known + 1 < high) top = topOf((known += 1));
    if (top !== null && top < edge) low = known + 1;
    else high = middle;
  }
  return low;
}

function anchorOf({ count, topOf, view, chosen }: CardSpace): number {
  const top = chosen === null ? null : topOf(chosen);
  if (chosen !== null && top !== null && top >= view.from && top <= view.to) return chosen;
  return Math.min(firstFrom(view.from, { count, topOf }), count - 1);
}

function above(space: CardSpace, anchor: CardPosition, edge: number): CardPosition[] {
  const positions: CardPosition[] = [];
  let floor = anchor.top;
  for (let rank = anchor.rank - 1; rank >= 0 && positions.length < maxCards; rank -= 1) {
    const highest = floor - gap - space.heightOf(rank);
    const top = Math.min(space.topOf(rank) ?? highest, highest);
    if (top + space.heightOf(rank) < edge) break;
    positions.unshift({ rank, top });
    floor = top;
  }
  return positions;
}

function below(
  space: CardSpace,
  positions: CardPosition[],
  anchor: number,
  edge: number,
): CardPosition[] {
  const stacked: CardPosition[] = [];
  let ceiling = 0;
  const put = (rank: number, wanted: number) => {
    const top = Math.max(wanted, ceiling);
    stacked.push({ rank, top });
    ceiling = top + space.heightOf(rank) + gap;
    return top;
  };
  for (const { rank, top } of positions) put(rank, top);
  for (let rank = anchor + 1; rank < space.count && stacked.length < 2 * maxCards; rank += 1)
    if (put(rank, space.topOf(rank) ?? ceiling) > edge) break;
  return stacked;
}

/**
 * Positions of the cards that are in view or within a screen of it: each beside its span, or as
 * near as its neighbours allow. The chosen one, else the first in view, is exactly beside its span;
 * those before it move up, those after it down. No card is above the article's top. The work
 * depends on what is in view, not on the number of annotations.
 */
export function placeCards(space: CardSpace): CardPosition[] {
  if (space.count === 0) return [];
  const { from, to } = space.view;
  const screen = to - from;
  const rank = anchorOf(space);
  const anchor = { rank, top: Math.max(0, space.topOf(rank) ?? from) };
  return below(space, [...above(space, anchor, from - screen), anchor], rank, to + screen);
}
