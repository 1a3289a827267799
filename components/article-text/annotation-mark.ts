import { Mark } from '@tiptap/core';
import type { MarkAttributes } from './painting';
import type { Pieces } from './pieces';

export const annotationMarkName = 'annotation';

/** The mark of an annotation. Marks of several lie over each other; how a piece looks, `pieces` knows. */
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
