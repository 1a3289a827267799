/** Of a label in a document: what its annotators cover of it, what they cover in pairs (2/(m−1) · Σ), squares of stretches, stretches. */
export const labelWidth = 4;

/** Of a pair in a document: found to the character; stretches of the one, of the other; found in part each way; merged stretches of the one, of the other. */
export const pairWidth = 7;

/**
 * What adds up over documents, in typed arrays that can go to another thread. Document d has the labels
 * from `labelStart[d]` to before `labelStart[d + 1]`, each with `labelWidth` values, and its pairs alike.
 * Labels and pairs are places of `labels` and `pairs`; label 0 is all labels as one.
 */
export type DocumentVectors = {
  labels: string[];
  coders: string[];
  /** Places of `coders`, the first below the second. */
  pairs: [number, number][];
  /** Annotators times length, by document. */
  volume: Float64Array;
  labelStart: Int32Array;
  label: Int32Array;
  labelValues: Float64Array;
  pairStart: Int32Array;
  pair: Int32Array;
  pairValues: Float64Array;
};

/** Sums of vectors over documents. */
export type VectorSums = {
  volume: number;
  /** `labelWidth` values by label. */
  labels: Float64Array;
  /** `pairWidth` values by pair. */
  pairs: Float64Array;
};

function addUp(
  into: Float64Array,
  width: number,
  { indices, values, start }: { indices: Int32Array; values: Float64Array; start: Int32Array },
  counts: Int32Array | null,
): void {
  for (let document = 0; document + 1 < start.length; document++) {
    const count = counts === null ? 1 : (counts[document] ?? 0);
    if (count === 0) continue;
    const end = start[document + 1] ?? 0;
    for (let at = start[document] ?? 0; at < end; at++) {
      const to = (indices[at] ?? 0) * width;
      for (let field = 0; field < width; field++)
        into[to + field] = (into[to + field] ?? 0) + count * (values[at * width + field] ?? 0);
    }
  }
}

/** Adds documents up, each as often as `counts` says; without it each once. */
export function sumVectors(vectors: DocumentVectors, counts: Int32Array | null = null): VectorSums {
  const { labelStart, label, labelValues, pairStart, pair, pairValues, volume } = vectors;
  const labels = new Float64Array(vectors.labels.length * labelWidth);
  const pairs = new Float64Array(vectors.pairs.length * pairWidth);
  addUp(labels, labelWidth, { indices: label, values: labelValues, start: labelStart }, counts);
  addUp(pairs, pairWidth, { indices: pair, values: pairValues, start: pairStart }, counts);
  let sum = 0;
  for (const [at, one] of volume.entries()) sum += one * (counts === null ? 1 : (counts[at] ?? 0));
  return { volume: sum, labels, pairs };
}
