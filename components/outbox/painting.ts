import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import { anchorOf, quoteOf, toSpan } from '@/lib/annotation/span';
import type { WaitingChange } from './tables';

const startOf = ({ segments }: Annotation) => segments[0]?.start ?? 0;
const endOf = ({ segments }: Annotation) => segments.at(-1)?.end ?? 0;

/** The order of annotations in a layer: start, end, id. */
export function byPosition(one: Annotation, other: Annotation): number {
  return (
    startOf(one) - startOf(other) ||
    endOf(one) - endOf(other) ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

/** Where an annotation stands, or would stand, in a list in order. */
function indexOf(list: readonly Annotation[], annotation: Annotation): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there !== undefined && byPosition(there, annotation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list with `before`, which is in it, replaced by `after`, in order; either may be missing. */
export function repainted(
  list: readonly Annotation[],
  before: Annotation | undefined,
  after: Annotation | undefined,
): readonly Annotation[] {
  const next = list.slice();
  if (before !== undefined) next.splice(indexOf(next, before), 1);
  if (after !== undefined) next.splice(indexOf(next, after), 0, after);
  return next;
}

/** The content with its span in order and trimmed; throws an Error in words where it cannot be. */
export function placedContent(text: string, content: AnnotationContent): AnnotationContent {
  const placing = toSpan(text, content.segments);
  if ('span' in placing) return { ...content, segments: placing.span };
  throw new Error(placing.faults[0]?.message ?? 'Nothing can be marked there.');
}

/** What an annotation is besides its content. */
type Frame = Pick<
  Annotation,
  'id' | 'layerId' | 'codebookVersion' | 'version' | 'createdAt' | 'updatedAt'
>;

/** An annotation as it will stand once its deed is committed. */
export function annotationOf(text: string, frame: Frame, content: AnnotationContent): Annotation {
  const { label, segments, attributes, note, confidence } = content;
  return {
    ...frame,
    label,
    segments,
    attributes,
    note,
    confidence,
    quote: quoteOf(text, segments),
    ...anchorOf(text, segments),
  };
}

/** What an annotation says, without where it hangs and when it was written. */
export function contentOf(annotation: Annotation): AnnotationContent {
  const { label, segments, attributes, note, confidence } = annotation;
  return { label, segments, attributes, note, confidence };
}

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
