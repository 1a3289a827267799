/** What windows-1252 has for the bytes 80 to 9F; the five that it leaves open stand for themselves. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const bytes = new Map(Array.from(windows1252, (sign, at) => [sign, 0x80 + at]));

/** The byte of a character in windows-1252; for others its code unit. */
export function byteOf(sign: string): number {
  return bytes.get(sign) ?? sign.charCodeAt(0);
}

/**
 * Reads bytes as windows-1252; every byte has a character. By our own table, since some versions of
 * Node take the encoding for Latin 1.
 */
export function decodeWindows1252(encoded: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < encoded.length; from += 8192) {
    const signs = Array.from(encoded.subarray(from, from + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? windows1252.charAt(byte - 0x80) : String.fromCharCode(byte),
    );
    parts.push(signs.join(''));
  }
  return parts.join('');
}
