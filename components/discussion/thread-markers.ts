import type { Segment } from '@/lib/article/segment';
import type { ThreadView } from '@/lib/discussion/thread';

/** The index of the block that holds a text position. */
export function blockAt(blocks: readonly Segment[], position: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text node and offset of an offset in a paragraph, whatever marks are around the nodes. */
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
 * The DOM ranges of segments of the text (UTF-16 code units), one for each block that a segment
 * reaches. `article` has one child for each block.
 */
function rangesOf(
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

/** A marker beside the text: its threads, and its top in px below the article's top. */
type ThreadMarker = { top: number; threadIds: string[] };

/** The part of a line of text that is discussed, in px from the corner of the article's container. */
type ThreadLine = { left: number; top: number; width: number };

/** The markers and lines of the discussed passages near the window. */
export type MarkerLayout = { markers: ThreadMarker[]; lines: ThreadLine[] };

/** How far beyond the window markers are laid out, in px. */
const beyond = 600;
/** Markers closer than this, in px, are joined. */
const minDistance = 26;

function isNear(paragraph: Element | undefined): boolean {
  const rect = paragraph?.getBoundingClientRect();
  return rect !== undefined && rect.bottom > -beyond && rect.top < window.innerHeight + beyond;
}

/** Joins markers that would overlap; returns them by top. */
export function joinMarkers(markers: readonly ThreadMarker[]): ThreadMarker[] {
  const joined: ThreadMarker[] = [];
  for (const marker of [...markers].sort((one, other) => one.top - other.top)) {
    const last = joined.at(-1);
    if (last && marker.top - last.top < minDistance) last.threadIds.push(...marker.threadIds);
    else joined.push({ top: marker.top, threadIds: [...marker.threadIds] });
  }
  return joined;
}

/**
 * Lays out a marker for each discussed passage near the window, and lines above the words of open
 * threads. `article`, inside `box`, has one child for each block.
 */
export function layoutMarkers(
  box: Element,
  article: Element,
  blocks: readonly Segment[],
  threads: readonly ThreadView[],
): MarkerLayout {
  const origin = box.getBoundingClientRect();
  const markers: ThreadMarker[] = [];
  const lines: ThreadLine[] = [];
  for (const { id, segments, state } of threads) {
    const first = article.children[blockAt(blocks, segments[0]?.start ?? 0)];
    const last = article.children[blockAt(blocks, segments.at(-1)?.end ?? 0)];
    if (!isNear(first) && !isNear(last)) continue;
    const found = rangesOf(article, blocks, segments);
    const rects = found.flatMap((range) => [...range.getClientRects()]);
    const rect = rects[0] ?? first?.getBoundingClientRect();
    if (rect === undefined) continue;
    if (state === 'open')
      for (const { left, top, width } of rects)
        lines.push({ left: left - origin.left, top: top - origin.top, width });
    markers.push({ top: Math.round(rect.top - origin.top), threadIds: [id] });
  }
  return { markers: joinMarkers(markers), lines };
}
