/** A span that one annotator annotated: half-open, in the offset unit of its document. */
export type Unit = {
  /** 0 … annotators − 1. */
  readonly annotator: number;
  readonly begin: number;
  readonly end: number;
  /** 0 … labels − 1. */
  readonly label: number;
};

/**
 * One document with its annotators’ units, in numbers. `annotators` counts everybody who was
 * assigned to it, those without a unit included: an empty layer is data too. Annotators who were
 * not assigned are not counted.
 */
export type AnnotatedDocument = {
  /** Length of the text, in the offset unit of `begin` and `end`. */
  readonly length: number;
  readonly annotators: number;
  readonly units: readonly Unit[];
};

/**
 * Units sorted by label, annotator and position. Overlapping units of one annotator and label are
 * merged; units that only touch stay apart; empty ones are dropped.
 */
export function mergedUnits(units: readonly Unit[]): Unit[] {
  const ordered = units
    .filter(({ begin, end }) => begin < end)
    .sort((a, b) => a.label - b.label || a.annotator - b.annotator || a.begin - b.begin);
  const merged: Unit[] = [];
  for (const unit of ordered) {
    const last = merged.at(-1);
    if (last?.label === unit.label && last.annotator === unit.annotator && last.end > unit.begin)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, unit.end) };
    else merged.push(unit);
  }
  return merged;
}

/**
 * The document with one label only, 0: annotated or not. Overlapping units of one annotator are
 * merged.
 */
export function asOneLabel(document: AnnotatedDocument): AnnotatedDocument {
  return { ...document, units: mergedUnits(document.units.map((unit) => ({ ...unit, label: 0 }))) };
}

/** The document with these annotators only, renumbered in the order given; each is given once. */
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

/**
 * Concatenates documents. All must have the same annotators under the same numbers. Throws a
 * RangeError where their numbers of annotators differ, and where there is no document.
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
