import { Mark } from '@tiptap/core';
import type { MarkAttributes } from './painting';

/** The look and names of the pieces of annotations. */
export type PieceLook = {
  /** The class of a label, known or not. */
  classOf(label: string): string;
  /** A label's letter tag. */
  tagOf(label: string): string;
  /** A label's name. */
  nameOf(label: string): string;
  /** Label, author and extent, for screen readers. */
  describe(annotationId: string): string;
};

/** The deepest lane whose underline is drawn; deeper ones could not be told apart. */
export const deepestLane = 11;

type PieceView = {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  ignoreMutation: (mutation: { type: string }) => boolean;
  destroy: () => void;
};

const inDocumentOrder = (one: HTMLElement, other: HTMLElement): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/**
 * The elements that paint each annotation. An annotation has one or more pieces, since paragraphs and
 * other marks split it. Attributes that depend on which piece is first or last, and on the chosen
 * annotation, are set on the elements directly, so that choosing needs no transaction.
 */
export class Pieces {
  private readonly elements = new Map<string, Set<HTMLElement>>();
  private readonly outdated = new Set<string>();
  private chosen: string | null = null;

  constructor(private readonly look: PieceLook) {}

  /** The mark view of one piece, for the editor. */
  make({ id, label, lane }: MarkAttributes): PieceView {
    const dom = document.createElement('mark');
    dom.className = this.look.classOf(label);
    dom.dataset.annotationId = id;
    dom.dataset.label = label;
    if (lane > deepestLane) dom.toggleAttribute('data-deep', true);
    else if (lane > 0) dom.setAttribute('style', `--lane:${lane}`);
    const pieces = this.elements.get(id);
    if (pieces) pieces.add(dom);
    else this.elements.set(id, new Set([dom]));
    this.outdated.add(id);
    return {
      dom,
      contentDOM: dom,
      ignoreMutation: ({ type }) => type === 'attributes',
      destroy: () => this.forget(id, dom),
    };
  }

  private forget(id: string, dom: HTMLElement): void {
    const pieces = this.elements.get(id);
    pieces?.delete(dom);
    if (pieces?.size === 0) this.elements.delete(id);
    this.outdated.add(id);
  }

  /** An annotation's elements in document order. */
  of(annotationId: string): HTMLElement[] {
    const pieces = [...(this.elements.get(annotationId) ?? [])];
    return pieces.length > 1 ? pieces.sort(inDocumentOrder) : pieces;
  }

  /** The annotation that a click on an element chooses: the innermost, or the next outer one of the chosen. */
  nextAt(element: Element): string | null {
    const stack: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      if (at instanceof HTMLElement && at.dataset.annotationId) stack.push(at.dataset.annotationId);
    const chosenAt = this.chosen === null ? -1 : stack.indexOf(this.chosen);
    return stack[(chosenAt + 1) % stack.length] ?? null;
  }

  /** Updates the attributes of changed pieces, after the document was painted. */
  refresh(): void {
    for (const id of this.outdated) {
      const pieces = this.of(id);
      const last = pieces.length - 1;
      for (const [at, piece] of pieces.entries())
        this.setAttributes(id, piece, at === 0, at === last);
    }
    this.outdated.clear();
  }

  choose(annotationId: string | null): void {
    const before = this.chosen;
    this.chosen = annotationId;
    for (const id of [before, annotationId]) if (id !== null) this.outdated.add(id);
    this.refresh();
  }

  private setAttributes(id: string, piece: HTMLElement, isFirst: boolean, isLast: boolean): void {
    const label = piece.dataset.label ?? '';
    set(piece, 'data-chosen', id === this.chosen ? '' : null);
    set(piece, 'data-first', isFirst ? `${this.look.nameOf(label)}: ` : null);
    set(piece, 'data-last', isLast ? ` (end of ${this.look.nameOf(label)})` : null);
    set(piece, 'data-tag', isFirst ? this.look.tagOf(label) : null);
    set(piece, 'aria-description', isFirst ? this.look.describe(id) : null);
  }
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

export const annotationMarkName = 'annotation';

/** The Tiptap mark of an annotation. Marks may overlap; `pieces` makes the elements. */
export const annotationMark = (pieces: Pieces) =>
  Mark.create({
    name: annotationMarkName,
    excludes: '',
    inclusive: false,
    addAttributes: () => ({
      id: { default: '', rendered: false },
      label: { default: '', rendered: false },
      lane: { default: 0, rendered: false },
    }),
    renderHTML: ({ mark }) => ['mark', { 'data-annotation-id': String(mark.attrs.id) }, 0],
    addMarkView:
      () =>
      ({ mark }) =>
        pieces.make(mark.attrs as MarkAttributes),
  });
