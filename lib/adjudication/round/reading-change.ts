import type { Mark } from '@/lib/agreement/comparison/mark';

/** How many marks a reading has at two moments, and what became of them. A mark that was both relabelled and moved counts in both. */
export type ReadingChange = {
  before: number;
  after: number;
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
};

/** Nothing at both moments. */
export const noChange: ReadingChange = {
  before: 0,
  after: 0,
  added: 0,
  removed: 0,
  relabelled: 0,
  moved: 0,
};

const placeOf = ({ segments }: Mark): string =>
  segments.map(({ start, end }) => `${start}-${end}`).join();

const hasLabelOf = (mark: Mark) => (other: Mark) => other.label === mark.label;

/** A mark that was taken away and drawn again over the same words is the same one: whoever has no relabelling key does so. */
function drawnAgain(gone: readonly Mark[], come: readonly Mark[]): [Mark, Mark][] {
  const byPlace = new Map<string, Mark[]>();
  for (const mark of gone) {
    const place = placeOf(mark);
    byPlace.set(place, [...(byPlace.get(place) ?? []), mark]);
  }
  const isSame = (mark: Mark) => (byPlace.get(placeOf(mark)) ?? []).some(hasLabelOf(mark));
  // Those that kept their label choose first, so that another cannot take their place.
  const inTurn = [...come.filter(isSame), ...come.filter((mark) => !isSame(mark))];
  return inTurn.flatMap((mark): [Mark, Mark][] => {
    const there = byPlace.get(placeOf(mark)) ?? [];
    const [old] = there.splice(Math.max(0, there.findIndex(hasLabelOf(mark))), 1);
    return old === undefined ? [] : [[old, mark]];
  });
}

/**
 * What became of a reading's marks. The same annotation is the same mark; so is one of the same place
 * that was removed and drawn anew, the one of the same label first.
 */
export function readingChange(before: readonly Mark[], after: readonly Mark[]): ReadingChange {
  const was = new Map(before.map((mark) => [mark.id, mark]));
  const is = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !is.has(id));
  const come = after.filter(({ id }) => !was.has(id));
  const again = drawnAgain(gone, come);
  const kept = after.flatMap((mark): [Mark, Mark][] => {
    const old = was.get(mark.id);
    return old === undefined ? [] : [[old, mark]];
  });
  const stayed = [...kept, ...again];
  return {
    before: before.length,
    after: after.length,
    added: come.length - again.length,
    removed: gone.length - again.length,
    relabelled: stayed.filter(([old, mark]) => old.label !== mark.label).length,
    moved: stayed.filter(([old, mark]) => placeOf(old) !== placeOf(mark)).length,
  };
}

/** The changes of several readings together. */
export function sumChanges(one: ReadingChange, other: ReadingChange): ReadingChange {
  return {
    before: one.before + other.before,
    after: one.after + other.after,
    added: one.added + other.added,
    removed: one.removed + other.removed,
    relabelled: one.relabelled + other.relabelled,
    moved: one.moved + other.moved,
  };
}
