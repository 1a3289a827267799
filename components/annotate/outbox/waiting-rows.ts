import type { WaitingDeed } from './tables';

/** A deed that has no place in the table yet comes after all that have one. */
const placeOf = ({ seq }: WaitingDeed) => (seq === 0 ? Infinity : seq);

const inOrder = (one: WaitingDeed, other: WaitingDeed) =>
  placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other);

/** The deeds that wait on one article, in the order in which they were done. */
export class WaitingRows {
  private readonly rows = new Map<string, WaitingDeed[]>();

  has(annotationId: string): boolean {
    return this.rows.has(annotationId);
  }

  last(annotationId: string): WaitingDeed | undefined {
    return this.rows.get(annotationId)?.at(-1);
  }

  all(): WaitingDeed[] {
    return [...this.rows.values()].flat().sort(inOrder);
  }

  /** Takes a deed in, or its row once it has one, in the place of the deed that it replaces. */
  enter(row: WaitingDeed, replaced: string | null): void {
    const others = (this.rows.get(row.annotationId) ?? []).filter(
      ({ deedId }) => deedId !== row.deedId && deedId !== replaced,
    );
    this.rows.set(row.annotationId, [...others, row].sort(inOrder));
  }

  /** Forgets deeds; the first that is left on their annotation is then done upon `version`. */
  drop(annotationId: string, deedIds: readonly string[], version: number): void {
    const rows = this.rows.get(annotationId) ?? [];
    const left = rows.filter(({ deedId }) => !deedIds.includes(deedId));
    const [first, ...rest] = left;
    if (first === undefined) this.rows.delete(annotationId);
    else if (left.length < rows.length)
      this.rows.set(annotationId, [{ ...first, expects: version }, ...rest]);
  }
}
