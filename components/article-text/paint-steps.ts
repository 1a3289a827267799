import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { Mark, Node } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';
import { annotationMarkName } from './pieces';
import type { DocumentPositions } from './text-layout';
import type { Painted, Painting, PaintStep } from './painting';
import { outerFirst } from './painting';

/** The meta key of a transaction that only paints; others that change the document are dropped. */
export const painting = 'painting';

const prevent = (_view: unknown, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/** Drops every transaction that changes the document without painting. */
export const frozenTextPlugin = () =>
  new Plugin({
    filterTransaction: (tr) =>
      !tr.docChanged ||
      (tr.getMeta(painting) === true && tr.before.content.size === tr.doc.content.size),
    props: {
      handleDOMEvents: {
        beforeinput: prevent,
        paste: prevent,
        cut: prevent,
        drop: prevent,
        dragstart: prevent,
      },
    },
  });

/**
 * Makes the text immutable (docs/decisions/007): browser events that would change it are prevented
 * where possible, and transactions that do are dropped in any case.
 */
export const FrozenText = Extension.create({
  name: 'frozenText',
  addProseMirrorPlugins: () => [frozenTextPlugin()],
});

type Range = { from: number; to: number };

/** The part of a range in each paragraph, as document positions. */
function partsOf(doc: Node, { from, to }: Range): (Range & { parent: Node; at: number })[] {
  const parts: (Range & { parent: Node; at: number })[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    const at = position + 1;
    const part = { from: Math.max(from, at), to: Math.min(to, at + node.content.size) };
    if (part.from < part.to) parts.push({ ...part, parent: node, at });
    return false;
  });
  return parts;
}

/** Replaces the marks of a range, one step per paragraph; `change` returns the marks of each piece. */
function remark(tr: Transaction, range: Range, change: (marks: readonly Mark[]) => Mark[]): void {
  for (const { from, to, parent, at } of partsOf(tr.doc, range)) {
    const pieces: Node[] = [];
    parent.content.cut(from - at, to - at).forEach((piece) => {
      pieces.push(piece.mark(change(piece.marks)));
    });
    tr.step(new ReplaceStep(from, to, new Slice(Fragment.fromArray(pieces), 0, 0)));
  }
}

/** Inserts a mark among those of a piece so that outer ones come first. */
function insert(marks: readonly Mark[], mark: Mark, after: Painted, painting: Painting): Mark[] {
  const index = marks.findIndex((one) => {
    const other = painting.get(String(one.attrs.id));
    return other !== undefined && outerFirst(after, other) < 0;
  });
  return index === -1 ? [...marks, mark] : marks.toSpliced(index, 0, mark);
}

/**
 * One transaction that paints all steps and keeps the selection. Only pieces that an annotation leaves
 * or enters are rebuilt.
 */
export function paintSteps(
  state: EditorState,
  steps: readonly PaintStep[],
  painted: Painting,
  positions: DocumentPositions,
): Transaction {
  const { tr } = state;
  const type = state.schema.mark(annotationMarkName).type;
  const rangesOf = ({ annotation }: Painted): Range[] =>
    annotation.segments.map(({ start, end }) => ({
      from: positions.toDocument(start),
      to: positions.toDocument(end),
    }));
  for (const { before, after } of steps) {
    for (const range of before ? rangesOf(before) : [])
      remark(tr, range, (marks) => marks.filter(({ attrs }) => attrs.id !== before?.attributes.id));
    if (after === null) continue;
    const mark = type.create(after.attributes);
    for (const range of rangesOf(after))
      remark(tr, range, (marks) => insert(marks, mark, after, painted));
  }
  const { anchor, head } = state.selection;
  tr.setSelection(TextSelection.create(tr.doc, anchor, head));
  return tr.setMeta(painting, true).setMeta('addToHistory', false).setMeta('preventUpdate', true);
}
