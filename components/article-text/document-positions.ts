import type { Segment } from '@/lib/article/segment';

/** Positions in the text and in the document made of its blocks, each told as the other. */
export type DocumentPositions = {
  /** The document position of a UTF-16 offset; inside a line end: the end of the block before it. */
  toDocument(offset: number): number;
  /** The offset of a document position; between two blocks: the start of the later one. */
  toText(position: number): number;
};

/** The last of ascending `starts` that is at most `value`; the first when none is. */
function lastAtMost(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The only place that knows how text offsets and document positions belong together. */
export function documentPositions(blocks: readonly Segment[]): DocumentPositions {
  const starts = blocks.map(({ start }) => start);
  const opens: number[] = [];
  let open = 0;
  for (const { start, end } of blocks) {
    opens.push(open);
    // A paragraph counts its text and one position for each of its two borders.
    open += end - start + 2;
  }
  return {
    toDocument(offset) {
      const at = lastAtMost(starts, offset);
      const { start, end } = blocks[at] ?? { start: 0, end: 0 };
      return (opens[at] ?? 0) + 1 + Math.min(Math.max(offset - start, 0), end - start);
    },
    toText(position) {
      const at = lastAtMost(opens, position);
      const { start, end } = blocks[at] ?? { start: 0, end: 0 };
      return start + Math.min(Math.max(position - (opens[at] ?? 0) - 1, 0), end - start);
    },
  };
}
