import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';

/**
 * How many annotations a layer has at two moments, and what became of them. One that was both
 * relabelled and moved counts in both.
 */
export type LayerChange = {
  before: number;
  after: number;
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
};

/** All counts 0. */
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

/**
 * Pairs of a removed and an added annotation on the same segments, which count as the same
 * annotation: it may have been relabelled that way.
 */
function pairRemade(
  removed: readonly ComparedAnnotation[],
  added: readonly ComparedAnnotation[],
): [ComparedAnnotation, ComparedAnnotation][] {
  const byPosition = new Map<string, ComparedAnnotation[]>();
  for (const annotation of removed) {
    const position = positionOf(annotation);
    byPosition.set(position, [...(byPosition.get(position) ?? []), annotation]);
  }
  const isSame = (annotation: ComparedAnnotation) =>
    (byPosition.get(positionOf(annotation)) ?? []).some(hasLabelOf(annotation));
  // Pairs with the same label are matched first.
  const inTurn = [...added.filter(isSame), ...added.filter((annotation) => !isSame(annotation))];
  return inTurn.flatMap((annotation): [ComparedAnnotation, ComparedAnnotation][] => {
    const there = byPosition.get(positionOf(annotation)) ?? [];
    const [old] = there.splice(Math.max(0, there.findIndex(hasLabelOf(annotation))), 1);
    return old === undefined ? [] : [[old, annotation]];
  });
}

/**
 * What became of a layer's annotations. The same id is the same annotation; so is one on the same
 * segments that was removed and made again, first the one with the same label.
 */
export function layerChange(
  before: readonly ComparedAnnotation[],
  after: readonly ComparedAnnotation[],
): LayerChange {
  const was = new Map(before.map((annotation) => [annotation.id, annotation]));
  const is = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !is.has(id));
  const added = after.filter(({ id }) => !was.has(id));
  const again = pairRemade(removed, added);
  const matched = after.flatMap((annotation): [ComparedAnnotation, ComparedAnnotation][] => {
    const old = was.get(annotation.id);
    return old === undefined ? [] : [[old, annotation]];
  });
  const stayed = [...matched, ...again];
  return {
    before: before.length,
    after: after.length,
    added: added.length - again.length,
    removed: removed.length - again.length,
    relabelled: stayed.filter(([old, annotation]) => old.label !== annotation.label).length,
    moved: stayed.filter(([old, annotation]) => positionOf(old) !== positionOf(annotation)).length,
  };
}

/** The sum of two changes. */
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
