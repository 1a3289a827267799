import type { Annotation } from '@/lib/annotation/annotation';
import type { Lanes } from '@/lib/annotation/lanes';
import { createLanes } from '@/lib/annotation/lanes';
import { isSameSpan } from '@/lib/annotation/span';

/** What a painted piece says of its annotation: the attributes of the mark. */
export type MarkAttributes = { id: string; label: string; lane: number };

/** An annotation as it is painted. */
export type Painted = { annotation: Annotation; attributes: MarkAttributes };

/** One step from what is painted to what should be. */
export type PaintStep = { before: Painted | null; after: Painted | null };

const lengthOf = ({ segments }: Annotation) =>
  segments.reduce((sum, { start, end }) => sum + end - start, 0);
const startOf = ({ segments }: Annotation) => segments[0]?.start ?? 0;

/**
 * The order in which marks nest, outer first, always the same for the same two: longer, then
 * earlier. The shorter one shows on top and is clicked first, and since long ones end seldom, few
 * marks have to be parted.
 */
export function outerFirst({ annotation: one }: Painted, { annotation: other }: Painted): number {
  return (
    lengthOf(other) - lengthOf(one) || startOf(one) - startOf(other) || (one.id < other.id ? -1 : 1)
  );
}

/** Knows what is painted, in which lane, and what a new list of annotations changes. */
export class Painting {
  private readonly painted = new Map<string, Painted>();
  private readonly lanes: Lanes = createLanes();

  get(annotationId: string): Painted | undefined {
    return this.painted.get(annotationId);
  }

  /** How many underlines lie below each other at most. */
  get depth(): number {
    return this.lanes.depth();
  }

  /** Takes the new list and answers the steps towards it. Entries with the same identity are not looked at. */
  take(annotations: readonly Annotation[]): PaintStep[] {
    const steps: PaintStep[] = [];
    for (const annotation of annotations) {
      const before = this.painted.get(annotation.id) ?? null;
      if (before?.annotation === annotation) continue;
      const after = this.place(annotation, before);
      this.painted.set(annotation.id, after);
      if (before?.attributes !== after.attributes) steps.push({ before, after });
    }
    return this.painted.size > annotations.length ? [...this.drop(annotations), ...steps] : steps;
  }

  private place(annotation: Annotation, before: Painted | null): Painted {
    const { id, label, segments } = annotation;
    if (before && isSameSpan(before.annotation.segments, segments))
      return before.annotation.label === label
        ? { annotation, attributes: before.attributes }
        : { annotation, attributes: { ...before.attributes, label } };
    return { annotation, attributes: { id, label, lane: this.lanes.place(id, segments) } };
  }

  private drop(annotations: readonly Annotation[]): PaintStep[] {
    const left = new Set(annotations.map(({ id }) => id));
    const steps: PaintStep[] = [];
    for (const [id, before] of this.painted) {
      if (left.has(id)) continue;
      this.painted.delete(id);
      this.lanes.remove(id);
      steps.push({ before, after: null });
    }
    return steps;
  }
}
