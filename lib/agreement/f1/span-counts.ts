/**
 * What of two sides was found by the other: spans, characters, tokens or shares of spans. It adds up over
 * labels and documents.
 */
export type SpanCounts = {
  readonly foundA: number;
  readonly ofA: number;
  readonly foundB: number;
  readonly ofB: number;
};

/** Nothing on either side. */
export const noCounts: SpanCounts = { foundA: 0, ofA: 0, foundB: 0, ofB: 0 };

/** The counts of several labels or documents together. */
export function sumCounts(parts: Iterable<SpanCounts>): SpanCounts {
  const sum = { ...noCounts };
  for (const part of parts) {
    sum.foundA += part.foundA;
    sum.ofA += part.ofA;
    sum.foundB += part.foundB;
    sum.ofB += part.ofB;
  }
  return sum;
}

/** Precision, recall and their harmonic mean. */
export type Scores = { readonly precision: number; readonly recall: number; readonly f1: number };

/**
 * The scores of A as a prediction of B; F1 is the same the other way round. By convention of the scorer of
 * SemEval-2020 all are 1 where neither side has anything, and 0 where one has nothing.
 */
export function f1Of({ foundA, ofA, foundB, ofB }: SpanCounts): Scores {
  if (ofA === 0 && ofB === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = ofA === 0 ? 0 : foundA / ofA;
  const recall = ofB === 0 ? 0 : foundB / ofB;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}
