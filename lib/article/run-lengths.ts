const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map(Array.from(digits, (digit, value) => [digit, value]));

/**
 * Writes ascending ranges `[start0, end0, start1, …]` as the lengths of gaps and ranges in turn: one
 * character for a length below 64, else `.` decimal `.`; safe in JSON and in addresses.
 */
export function encodeRanges(ranges: ArrayLike<number>): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = 0; at < ranges.length; at++) {
    const position = ranges[at] ?? 0;
    const length = position - last;
    parts.push(digits[length] ?? `.${length}.`);
    last = position;
  }
  return parts.join('');
}

/** Reads back what `encodeRanges` wrote; throws on anything else. */
export function decodeRanges(encoded: string): Uint32Array {
  const ranges = new Uint32Array(encoded.length);
  let count = 0;
  let position = 0;
  for (let at = 0; at < encoded.length; at++) {
    let length = values.get(encoded.charAt(at));
    if (length === undefined) {
      const close = encoded.indexOf('.', at + 1);
      length = Number(encoded.slice(at + 1, close === -1 ? at + 1 : close) || Number.NaN);
      if (encoded[at] !== '.' || !Number.isSafeInteger(length))
        throw new RangeError(`Not lengths of runs, at ${at}.`);
      at = close;
    }
    position += length;
    ranges[count] = position;
    count++;
  }
  if (count % 2 === 1) throw new RangeError('Not lengths of runs: the last range has no end.');
  return ranges.slice(0, count);
}
