/** A half-open range `[start, end)` of a revision's text, in UTF-16 code units. */
export type Segment = { start: number; end: number };
