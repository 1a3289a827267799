import type { Segment } from '@/lib/article/segment';

/** The number of the block in which a position of the text lies. */
export function blockAt(blocks: readonly Segment[], position: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a position in the text nodes below a paragraph, whatever marks stand between them. */
function pointIn(paragraph: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let before = 0;
  let last: [Node, number] = [paragraph, 0];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    if (offset <= before + length) return [node, offset - before];
    last = [node, length];
    before += length;
  }
  return last;
}

/**
 * The ranges of the page on which segments of the text (UTF-16) stand, one for each block that a
 * segment runs through. `article` holds a paragraph for each block.
 */
export function rangesOf(
  article: Element,
  blocks: readonly Segment[],
  segments: readonly Segment[],
): Range[] {
  return segments.flatMap(({ start, end }) => {
    const ranges: Range[] = [];
    for (let at = blockAt(blocks, start); at < blocks.length; at++) {
      const [block, paragraph] = [blocks[at], article.children[at]];
      if (!block || !paragraph || block.start >= end) break;
      const [from, to] = [Math.max(start, block.start), Math.min(end, block.end)];
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(...pointIn(paragraph, from - block.start));
      range.setEnd(...pointIn(paragraph, to - block.start));
      ranges.push(range);
    }
    return ranges;
  });
}
