/** A figure of agreement. Where it is not defined, `value` is null and `reason` says why, in a sentence. */
export type Figure =
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

/** A figure that is defined. Throws a RangeError at what is no finite number: that is a fault of the measure. */
export function known(value: number): Figure {
  if (!Number.isFinite(value)) throw new RangeError(`a figure came out as ${value}`);
  return { value };
}

/** A figure that is not defined for this data (0/0), and why: a sentence without a stop at its end. */
export function unknown(reason: string): Figure {
  return { value: null, reason };
}

/** 1 − observed/expected disagreement, the form of every chance-corrected figure here; `reason` where nothing is expected. */
export function overChance(observed: number, expected: number, reason: string): Figure {
  return expected === 0 ? unknown(reason) : known(1 - observed / expected);
}
