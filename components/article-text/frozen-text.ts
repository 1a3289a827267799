import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** The note on a transaction that only paints; every other one that changes the document is dropped. */
export const painting = 'painting';

const prevent = (_view: unknown, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/** Drops every transaction that changes the document, but for painting. */
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
 * Keeps the text as it is (docs/decisions/007): what would change it is stopped before the browser
 * acts, where it can be, and dropped in any case.
 */
export const FrozenText = Extension.create({
  name: 'frozenText',
  addProseMirrorPlugins: () => [frozenTextPlugin()],
});
