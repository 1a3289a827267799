/** A half-open range `[start, end)` of a revision's text, in UTF-16 code units. */
export type Segment = { start: number; end: number };

const lineFeed = 10;
const carriageReturn = 13;

/**
 * The blocks of a text: the ranges between its line ends, empty ones included, in order. A line end
 * is LF, CR LF or a lone CR and belongs to no block, so that a text imported to the character has
 * the same blocks whatever system wrote it. An empty text is one empty block.
 */
export function blocksOf(text: string): Segment[] {
  const blocks: Segment[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== lineFeed && unit !== carriageReturn) continue;
    blocks.push({ start, end: at });
    if (unit === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    start = at + 1;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

/**
 * Splits a text into pieces of at most `maxLength` UTF-16 code units, each ending after white
 * space; a longer run without any is cut, though never inside a surrogate pair. Intl.Segmenter
 * takes time quadratic in the length of its input, so it is given pieces.
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
