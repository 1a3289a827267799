import fc from 'fast-check';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';

/** Arbitrary annotated documents, with overlaps, empty units and silent annotators among them. */
export function someAnnotatedDocuments(annotators: [number, number], labels: number, most = 12) {
  return fc.integer({ min: annotators[0], max: annotators[1] }).chain((count) =>
    fc.record({
      length: fc.integer({ min: 30, max: 60 }),
      annotators: fc.constant(count),
      units: fc.array(
        fc
          .record({
            annotator: fc.nat(count - 1),
            begin: fc.nat(29),
            size: fc.nat(9),
            label: fc.nat(labels - 1),
          })
          .map(({ size, ...unit }): Unit => ({ ...unit, end: Math.min(30, unit.begin + size) })),
        { maxLength: most },
      ),
    }),
  );
}

/** Annotated documents in which the units of one annotator do not overlap. */
export function someNonOverlappingDocuments(
  annotators: [number, number],
  labels: number,
  most = 12,
) {
  return someAnnotatedDocuments(annotators, labels, most).map((document): AnnotatedDocument => {
    const separate: Unit[] = [];
    for (const unit of document.units)
      if (
        separate.every(
          ({ annotator, begin, end }) =>
            annotator !== unit.annotator || end <= unit.begin || unit.end <= begin,
        )
      )
        separate.push(unit);
    return { ...document, units: separate };
  });
}
