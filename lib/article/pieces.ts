import type { Segment } from './segment';

/**
 * Parts a text into pieces of at most `most` UTF-16 code units, each ending where white space ends;
 * a longer run without any is cut, though never inside a surrogate pair. Intl.Segmenter takes time
 * with the square of what it is given, so it is given pieces.
 */
export function piecesOf(text: string, maxLength: number): Segment[] {
  const pieces: Segment[] = [];
  let start = 0;
  while (text.length - start > maxLength) {
    let end = start + maxLength;
    while (end > start && !/\s/.test(text.charAt(end - 1))) end--;
    if (end === start) end = start + maxLength;
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end - start > 1) end--;
    pieces.push({ start, end });
    start = end;
  }
  if (start < text.length || start === 0) pieces.push({ start, end: text.length });
  return pieces;
}
