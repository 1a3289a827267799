import type { EditorView } from '@tiptap/pm/view';
import type { Segment } from '@/lib/article/segment';

/** Converts between offsets in the text and positions in the Tiptap document of its blocks. */
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

/** The conversion for a text with these blocks; the only place that knows it. */
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

/** The first and the last block in view. */
type InView = { first: number; last: number };

/** The layout of the text on the page: its blocks, its positions and the browser's selection in it. */
export class TextLayout {
  constructor(
    private readonly view: EditorView,
    private readonly positions: DocumentPositions,
  ) {}

  /** The element whose children are the blocks. */
  get element(): HTMLElement {
    return this.view.dom;
  }

  /** The blocks in the window or within `margin` px of it; null for none. */
  inView(margin = 0): InView | null {
    const first = this.firstEndingBelow(-margin);
    const last = this.firstEndingBelow(innerHeight + margin);
    const { length } = this.view.dom.children;
    if (first === length) return null;
    const isInside = last < length && this.rect(last).top < innerHeight + margin;
    const end = isInside ? last : last - 1;
    return end < first ? null : { first, last: end };
  }

  /** The blocks that these nodes of the text are in. */
  blocksOf(nodes: readonly Node[]): Set<number> {
    const found = new Set<Element>();
    for (const node of nodes) {
      const element = node instanceof Element ? node : node.parentElement;
      const paragraph = element?.closest('p');
      if (paragraph) found.add(paragraph);
    }
    const { children } = this.view.dom;
    return new Set([...found].map((one) => Array.prototype.indexOf.call(children, one)));
  }

  /** Top of a block in px below the top of the text; null where there is no such block. */
  topOf(block: number): number | null {
    const paragraph = this.view.dom.children[block];
    if (paragraph === undefined) return null;
    return paragraph.getBoundingClientRect().top - this.view.dom.getBoundingClientRect().top;
  }

  /** Whether a block is laid out; blocks of long texts are laid out only near the window. */
  isLaidOut(block: number): boolean {
    const paragraph = this.view.dom.children[block];
    return paragraph?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
  }

  /** The first rectangle of a segment in the window. */
  rectOf(segment: Segment): DOMRect {
    const range = document.createRange();
    const { startContainer, startOffset, endContainer, endOffset } = this.rangeOf(segment);
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.getClientRects()[0] ?? range.getBoundingClientRect();
  }

  /** The text position at a point of the window; null beside the text. */
  positionAt(point: { x: number; y: number }): number | null {
    const found = this.view.posAtCoords({ left: point.x, top: point.y });
    return found === null || found.inside < 0 ? null : this.positions.toText(found.pos);
  }

  /** The first block whose top is at or below `top` px of the window; the last block where there is none. */
  blockFrom(top: number): number {
    const { length } = this.view.dom.children;
    const block = this.firstEndingBelow(top);
    if (block === length) return length - 1;
    return this.rect(block).top < top && block + 1 < length ? block + 1 : block;
  }

  /** A segment as a static range, which is out of date after the next painting. */
  rangeOf({ start, end }: Segment): StaticRange {
    const [from, to] = [
      this.view.domAtPos(this.positions.toDocument(start), 1),
      this.view.domAtPos(this.positions.toDocument(end), -1),
    ];
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** The position of the browser's caret or of the focus of its selection; null outside of the text. */
  caret(): number | null {
    const { focusNode, focusOffset } = getSelection() ?? {};
    if (!focusNode || !this.view.dom.contains(focusNode)) return null;
    return this.positions.toText(this.view.posAtDOM(focusNode, focusOffset ?? 0));
  }

  /** The browser's selection in the text; null where it is empty or reaches outside. */
  selected(): Segment | null {
    const { anchorNode, anchorOffset, focusNode, isCollapsed } = getSelection() ?? {};
    const head = this.caret();
    if (isCollapsed || head === null || !anchorNode || !focusNode) return null;
    if (!this.view.dom.contains(anchorNode)) return null;
    const anchor = this.positions.toText(this.view.posAtDOM(anchorNode, anchorOffset ?? 0));
    return anchor === head ? null : { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  }

  /** Scrolls a block into the middle of the window, at once. */
  reveal(block: number): void {
    this.view.dom.children[block]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  private rect(block: number): DOMRect {
    return this.view.dom.children[block]?.getBoundingClientRect() ?? new DOMRect();
  }

  /** The first block that ends below `edge` px of the window; the number of blocks where none does. */
  private firstEndingBelow(edge: number): number {
    let [low, high] = [0, this.view.dom.children.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rect(middle).bottom > edge) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
