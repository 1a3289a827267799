import type { Segment } from './segment';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * The blocks of a text: what stands between its line ends, empty ones too, in order. A line end is
 * LF, CR LF or a lone CR and belongs to no block, so that a text kept to the character has the same
 * blocks whatever system wrote it. An empty text is one empty block.
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
