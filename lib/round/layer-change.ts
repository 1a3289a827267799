import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';

/** How many marks a reading has at two moments, and what became of them. A mark that was both relabelled and moved counts in both. */
export type LayerChange = {
  before: number;
  after: number;
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
};

/** Nothing at both moments. */
export const noChange: LayerChange = {
  before: 0,
  after: 0,
  added: 0,
  removed: 0,
  relabelled: 0,
  moved: 0,
};

const positionOf = ({ segments }: ComparedAnnotation): string =>
  segments.map(({ start, end }) => `${start}-${end}`).join();

const hasLabelOf = (annotation: ComparedAnnotation) => (other: ComparedAnnotation) =>
  other.label === annotation.label;

/** A mark that was taken away and drawn again over the same words is the same one: whoever has no relabelling key does so. */
function drawnAgain(
  gone: readonly ComparedAnnotation[],
  come: readonly ComparedAnnotation[],
): [ComparedAnnotation, ComparedAnnotation][] {
  const byPosition = new Map<string, ComparedAnnotation[]>();
  for (const annotation of gone) {
    const position = positionOf(annotation);
    byPosition.set(position, [...(byPosition.get(position) ?? []), annotation]);
  }
  const isSame = (annotation: ComparedAnnotation) =>
    (byPosition.get(positionOf(annotation)) ?? []).some(hasLabelOf(annotation));
  // Those that kept their label choose first, so that another cannot take their place.
  const inTurn = [...come.filter(isSame), ...come.filter((annotation) => !isSame(annotation))];
  return inTurn.flatMap((annotation): [ComparedAnnotation, ComparedAnnotation][] => {
    const there = byPosition.get(positionOf(annotation)) ?? [];
    const [old] = there.splice(Math.max(0, there.findIndex(hasLabelOf(annotation))), 1);
    return old === undefined ? [] : [[old, annotation]];
  });
}

/**
 * What became of a reading's marks. The same annotation is the same mark; so is one of the same place
 * that was removed and drawn anew, the one of the same label first.
 */
export function layerChange(
  before: readonly ComparedAnnotation[],
  after: readonly ComparedAnnotation[],
): LayerChange {
  const was = new Map(before.map((annotation) => [annotation.id, annotation]));
  const is = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !is.has(id));
  const come = after.filter(({ id }) => !was.has(id));
  const again = drawnAgain(gone, come);
  const matched = after.flatMap((annotation): [ComparedAnnotation, ComparedAnnotation][] => {
    const old = was.get(annotation.id);
    return old === undefined ? [] : [[old, annotation]];
  });
  const stayed = [...matched, ...again];
  return {
    before: before.length,
    after: after.length,
    added: come.length - again.length,
    removed: gone.length - again.length,
    relabelled: stayed.filter(([old, annotation]) => old.label !== annotation.label).length,
    moved: stayed.filter(([old, annotation]) => positionOf(old) !== positionOf(annotation)).length,
  };
}

/** The changes of several readings together. */
export function sumChanges(one: LayerChange, other: LayerChange): LayerChange {
  return {
    before: one.before + other.before,
    after: one.after + other.after,
    added: one.added + other.added,
    removed: one.removed + other.removed,
    relabelled: one.relabelled + other.relabelled,
    moved: one.moved + other.moved,
  };
}
