/**
 * A figure of agreement. Where it is not defined, `value` is null and `reason` says why, as a
 * sentence without a full stop.
 */
export type Figure =
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

/**
 * A defined figure. Throws a RangeError for a number that is not finite, which is a fault of the
 * measure.
 */
export function known(value: number): Figure {
  if (!Number.isFinite(value)) throw new RangeError(`a figure came out as ${value}`);
  return { value };
}

/**
 * A figure that is not defined for this data (0/0), with the reason: a sentence without a full
 * stop.
 */
export function unknown(reason: string): Figure {
  return { value: null, reason };
}

/**
 * 1 − observed/expected disagreement, the form of every chance-corrected figure; not defined, for
 * `reason`, where the expected disagreement is 0.
 */
export function overChance(observed: number, expected: number, reason: string): Figure {
  return expected === 0 ? unknown(reason) : known(1 - observed / expected);
}
