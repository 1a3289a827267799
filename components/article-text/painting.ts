import type { Annotation } from '@/lib/annotation/annotation';
import type { Lanes } from '@/lib/annotation/lanes';
import { createLanes } from '@/lib/annotation/lanes';
import { isSameSpan } from '@/lib/annotation/span';

/** The attributes of an annotation's Tiptap mark. */
export type MarkAttributes = { id: string; label: string; lane: number };

/** An annotation with the attributes of its painted mark. */
export type Painted = { annotation: Annotation; attributes: MarkAttributes };

/** A change of one painted annotation; null is unpainted. */
export type PaintStep = { before: Painted | null; after: Painted | null };

const lengthOf = ({ segments }: Annotation) =>
  segments.reduce((sum, { start, end }) => sum + end - start, 0);
const startOf = ({ segments }: Annotation) => segments[0]?.start ?? 0;

/**
 * The nesting order of marks, outer first: longer, then earlier, then by id. The shorter one is on top
 * and is clicked first; since long ones rarely end, few marks have to be split.
 */
export function outerFirst({ annotation: one }: Painted, { annotation: other }: Painted): number {
  return (
    lengthOf(other) - lengthOf(one) || startOf(one) - startOf(other) || (one.id < other.id ? -1 : 1)
  );
}

/** What is painted, in which lane, and the steps to a new list of annotations. */
export class Painting {
  private readonly painted = new Map<string, Painted>();
  private readonly lanes: Lanes = createLanes();

  get(annotationId: string): Painted | undefined {
    return this.painted.get(annotationId);
  }

  /** The maximum number of underlines below each other. */
  get depth(): number {
    return this.lanes.depth();
  }

  /** Takes the new list and returns the steps to it. Entries with the same identity are skipped. */
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
