import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';

/**
 * The documents one behind another as one. All must have the same annotators in the same places; throws
 * a RangeError where their numbers differ, and where there is no document.
 */
export function concatenated(documents: readonly AnnotatedDocument[]): AnnotatedDocument {
  const annotators = documents[0]?.annotators;
  if (annotators === undefined) throw new RangeError('There is no document to put together.');
  let length = 0;
  const units = documents.flatMap((document) => {
    if (document.annotators !== annotators)
      throw new RangeError('Only documents with the same annotators can be put together.');
    const from = length;
    length += document.length;
    return document.units.map((unit) => ({
      ...unit,
      begin: unit.begin + from,
      end: unit.end + from,
    }));
  });
  return { length, annotators, units };
}
