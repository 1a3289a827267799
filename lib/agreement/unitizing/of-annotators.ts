import type { MarkedDocument } from '../marked-document';

/** The document as only these annotators read it, numbered anew in the order given; each is named once. */
export function ofAnnotators(
  document: MarkedDocument,
  annotators: readonly number[],
): MarkedDocument {
  const places = new Map(annotators.map((annotator, place) => [annotator, place]));
  const units = document.units.flatMap((unit) => {
    const place = places.get(unit.annotator);
    return place === undefined ? [] : [{ ...unit, annotator: place }];
  });
  return { ...document, annotators: annotators.length, units };
}
