import type { WaitingChange } from './tables';

/** A deed that has no place in the table yet comes after all that have one. */
const orderOf = ({ seq }: WaitingChange) => (seq === 0 ? Infinity : seq);

const inOrder = (one: WaitingChange, other: WaitingChange) =>
  orderOf(one) === orderOf(other) ? 0 : orderOf(one) - orderOf(other);

/** The deeds that wait on one article, in the order in which they were done. */
export class WaitingRows {
  private readonly rows = new Map<string, WaitingChange[]>();

  has(annotationId: string): boolean {
    return this.rows.has(annotationId);
  }

  last(annotationId: string): WaitingChange | undefined {
    return this.rows.get(annotationId)?.at(-1);
  }

  all(): WaitingChange[] {
    return [...this.rows.values()].flat().sort(inOrder);
  }

  /** Takes a deed in, or its row once it has one, in the place of the deed that it replaces. */
  enter(row: WaitingChange, replaced: string | null): void {
    const others = (this.rows.get(row.annotationId) ?? []).filter(
      ({ idempotencyKey }) => idempotencyKey !== row.idempotencyKey && idempotencyKey !== replaced,
    );
    this.rows.set(row.annotationId, [...others, row].sort(inOrder));
  }

  /** Forgets deeds; the first that is left on their annotation is then done upon `version`. */
  drop(annotationId: string, idempotencyKeys: readonly string[], version: number): void {
    const rows = this.rows.get(annotationId) ?? [];
    const left = rows.filter(({ idempotencyKey }) => !idempotencyKeys.includes(idempotencyKey));
    const [first, ...rest] = left;
    if (first === undefined) this.rows.delete(annotationId);
    else if (left.length < rows.length)
      this.rows.set(annotationId, [{ ...first, expects: version }, ...rest]);
  }
}
