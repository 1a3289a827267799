/** A stretch that one annotator marked: half-open, in whichever unit the document is counted. */
export type Unit = {
  /** 0 … annotators − 1. */
  readonly annotator: number;
  readonly begin: number;
  readonly end: number;
  /** 0 … labels − 1. */
  readonly label: number;
};

/**
 * One document as its annotators marked it, in numbers. `annotators` counts everybody who was assigned to
 * it, those too who marked nothing: silence is a reading. Whoever was not assigned is not counted.
 */
export type AnnotatedDocument = {
  /** Of the text, in the unit of `begin` and `end`. */
  readonly length: number;
  readonly annotators: number;
  readonly units: readonly Unit[];
};
