import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import { anchorOf, quoteOf, toSpan } from '@/lib/annotation/span';

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
export type Frame = Pick<
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
