import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';

/** The document as only these annotators read it, numbered anew in the order given; each is named once. */
export function ofAnnotators(
  document: AnnotatedDocument,
  annotators: readonly number[],
): AnnotatedDocument {
  const indices = new Map(annotators.map((annotator, index) => [annotator, index]));
  const units = document.units.flatMap((unit) => {
    const index = indices.get(unit.annotator);
    return index === undefined ? [] : [{ ...unit, annotator: index }];
  });
  return { ...document, annotators: annotators.length, units };
}
