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

/** Index of an annotation in a sorted list, or where it would be inserted. */
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

/** The sorted list with `before`, which is in it, replaced by `after`; either may be undefined. */
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

/**
 * The content with its span sorted and trimmed; throws an Error with a message for the user where
 * the span is not valid.
 */
export function placedContent(text: string, content: AnnotationContent): AnnotationContent {
  const placing = toSpan(text, content.segments);
  if ('span' in placing) return { ...content, segments: placing.span };
  throw new Error(placing.faults[0]?.message ?? 'Nothing can be annotated there.');
}

/** The fields of an annotation besides content, quote and anchor. */
type Frame = Pick<
  Annotation,
  'id' | 'layerId' | 'codebookVersion' | 'version' | 'createdAt' | 'updatedAt'
>;

/** An annotation as it will be once its change is committed. */
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

/** The content of an annotation, without anchor and times. */
export function contentOf(annotation: Annotation): AnnotationContent {
  const { label, segments, attributes, note, confidence } = annotation;
  return { label, segments, attributes, note, confidence };
}

/** A change that is not stored yet sorts after all that are. */
const orderOf = ({ seq }: WaitingChange) => (seq === 0 ? Infinity : seq);

const inOrder = (one: WaitingChange, other: WaitingChange) =>
  orderOf(one) === orderOf(other) ? 0 : orderOf(one) - orderOf(other);

/** The waiting changes on one article, in order. */
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

  /** Adds a change, or its stored row later; it replaces the change that has the key `replaced`. */
  enter(row: WaitingChange, replaced: string | null): void {
    const others = (this.rows.get(row.annotationId) ?? []).filter(
      ({ idempotencyKey }) => idempotencyKey !== row.idempotencyKey && idempotencyKey !== replaced,
    );
    this.rows.set(row.annotationId, [...others, row].sort(inOrder));
  }

  /** Removes changes; the first that is left on their annotation then expects `version`. */
  drop(annotationId: string, idempotencyKeys: readonly string[], version: number): void {
    const rows = this.rows.get(annotationId) ?? [];
    const left = rows.filter(({ idempotencyKey }) => !idempotencyKeys.includes(idempotencyKey));
    const [first, ...rest] = left;
    if (first === undefined) this.rows.delete(annotationId);
    else if (left.length < rows.length)
      this.rows.set(annotationId, [{ ...first, expects: version }, ...rest]);
  }
}
