import type { EditorView } from '@tiptap/pm/view';
import { TextSelection } from '@tiptap/pm/state';
import type { Segment } from '@/lib/article/segment';
import { isSameSpan } from '@/lib/annotation/span';
import type { Ranges } from '@/lib/annotation/span-selection';
import { joinSegments, snapToGraphemes, snapToWords } from '@/lib/annotation/span-selection';
import type { DocumentPositions } from './text-layout';

/** The DOM range of a segment as the editor has painted it. */
function rangeOf(view: EditorView, positions: DocumentPositions, segment: Segment): Range {
  const range = document.createRange();
  const start = view.domAtPos(positions.toDocument(segment.start), 1);
  const end = view.domAtPos(positions.toDocument(segment.end), -1);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/**
 * Paints segments as the held selection by the CSS Custom Highlight API, over the marks; null clears
 * it. Browsers without that API show only their own selection.
 */
export function highlightSegments(
  view: EditorView,
  positions: DocumentPositions,
  segments: readonly Segment[] | null,
): void {
  if (!('highlights' in CSS)) return;
  if (segments === null) CSS.highlights.delete('article-held');
  else {
    const ranges = segments.map((segment) => rangeOf(view, positions, segment));
    CSS.highlights.set('article-held', new Highlight(...ranges));
  }
}

/** The text, its words and the editor that shows it. */
export type Page = {
  text: string;
  words: Ranges;
  view: EditorView;
  positions: DocumentPositions;
};

/**
 * The selection by mouse, touch or keys. It is the browser's own; with mouse or finger it snaps to
 * words (Alt: to characters), with keys it stays as it is. Ctrl or ⌘ with the mouse adds to the
 * selection that is held.
 */
export class HeldSelection {
  private heldSegments: Segment[] = [];
  private keepsOnCaret = false;
  private byWords = false;
  private dragging = false;
  private releasing: ReturnType<typeof setTimeout> | null = null;
  private lastNotified: Segment[] | null = null;

  constructor(
    private readonly page: Page,
    private readonly notify: (held: Segment[] | null) => void,
  ) {}

  /**
   * Copies the browser's selection to the editor. The browser's event comes late: a key may arrive
   * before the `selectionchange` of the key before it.
   */
  sync(): void {
    this.endDrag();
    const { view } = this.page;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
    if (this.dragging || view.composing || !view.hasFocus()) return;
    if (!anchorNode || !focusNode || !view.dom.contains(anchorNode)) return;
    if (!view.dom.contains(focusNode)) return;
    const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
    const head = view.posAtDOM(focusNode, focusOffset ?? 0);
    const { doc, selection, tr } = view.state;
    if (anchor === selection.anchor && head === selection.head) return;
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
  }

  /** The browser's own selection, as text offsets; empty where there is only a caret. */
  bare(): Segment {
    const { from, to } = this.page.view.state.selection;
    const { positions } = this.page;
    return { start: positions.toText(from), end: positions.toText(to) };
  }

  private snapped(): Segment | null {
    const bare = this.bare();
    if (bare.start === bare.end) return null;
    const { text, words } = this.page;
    return this.byWords ? snapToWords(text, words, bare) : snapToGraphemes(text, bare);
  }

  current(): Segment[] | null {
    const active = this.snapped();
    if (active === null && this.heldSegments.length === 0) return null;
    return joinSegments(
      this.page.text,
      active ? [...this.heldSegments, active] : this.heldSegments,
    );
  }

  /** The rectangle of the last held segment on the screen; null where nothing is held. */
  rect(): DOMRect | null {
    const active = this.snapped() ?? this.heldSegments.at(-1);
    const { view, positions } = this.page;
    return active ? rangeOf(view, positions, active).getBoundingClientRect() : null;
  }

  /** Selects from `start` to `end`, where the caret goes; `end` may be less than `start`. */
  select({ start, end }: Segment): void {
    const { view, positions } = this.page;
    this.byWords = false;
    const [anchor, head] = [positions.toDocument(start), positions.toDocument(end)];
    const { tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, anchor, head)));
    this.changed();
  }

  clear(): void {
    this.sync();
    this.heldSegments = [];
    this.keepsOnCaret = false;
    const { view } = this.page;
    const { head } = view.state.selection;
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, head)));
    this.changed();
  }

  /** Holds the selection while the caret goes elsewhere. */
  hold(): void {
    this.sync();
    const held = this.current();
    if (held === null) return;
    this.clear();
    this.heldSegments = held;
    this.keepsOnCaret = true;
    this.changed();
  }

  /** To be called when the selection or the painting changed. */
  changed(): void {
    const { empty } = this.page.view.state.selection;
    if (empty && !this.dragging && !this.keepsOnCaret) this.heldSegments = [];
    const held = this.current();
    if (held !== null || this.lastNotified !== null)
      highlightSegments(this.page.view, this.page.positions, held);
    if (this.dragging) return;
    const isSame =
      held && this.lastNotified ? isSameSpan(held, this.lastNotified) : held === this.lastNotified;
    this.lastNotified = held;
    if (!isSame) this.notify(held);
  }

  listen(signal: AbortSignal): void {
    const { dom } = this.page.view;
    const options = { signal, capture: true };
    dom.addEventListener('pointerdown', (event) => this.point(event), options);
    dom.addEventListener('keydown', () => this.press(), options);
    window.addEventListener('pointermove', (event) => this.drag(event), { signal, passive: true });
    window.addEventListener('pointerup', () => this.release(), options);
    window.addEventListener('pointercancel', () => this.release(), options);
  }

  private press(): void {
    this.endDrag();
    this.byWords = false;
  }

  private point(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.endDrag();
    this.byWords = !event.altKey;
    if (event.pointerType === 'touch') return;
    const held = this.current();
    if (event.ctrlKey || event.metaKey) this.heldSegments = held ?? [];
    else if (!event.shiftKey) {
      this.heldSegments = [];
      this.keepsOnCaret = false;
    }
    // A press inside the selection would start dragging the text rather than a new selection.
    if (held !== null && !event.shiftKey) getSelection()?.removeAllRanges();
    this.dragging = true;
    this.page.view.dom.toggleAttribute('data-dragging', true);
  }

  private drag({ altKey }: PointerEvent): void {
    if (!this.dragging || this.byWords === !altKey) return;
    this.byWords = !altKey;
    this.changed();
  }

  private release(): void {
    // After the browser and the editor have updated their own selections.
    if (this.dragging) this.releasing = setTimeout(() => this.endDrag());
  }

  /** Ends a released drag: the snapped selection becomes the browser's. */
  private endDrag(): void {
    if (this.releasing === null) return;
    clearTimeout(this.releasing);
    this.releasing = null;
    this.dragging = false;
    const { view } = this.page;
    if (view.isDestroyed) return;
    view.dom.removeAttribute('data-dragging');
    this.sync();
    const snapped = this.byWords ? this.snapped() : null;
    const active = snapped && joinSegments(this.page.text, [snapped])?.[0];
    const { anchor, head } = view.state.selection;
    if (active) this.select(anchor <= head ? active : { start: active.end, end: active.start });
    else this.changed();
  }
}
