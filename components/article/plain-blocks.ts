import { Extension, Node } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { isChangeOrigin } from '@tiptap/extension-collaboration';

/** A block of an article’s text: every character of it counts, a CR and many spaces too. */
export const PlainParagraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  whitespace: 'pre',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', { dir: 'auto' }, 0],
  addKeyboardShortcuts() {
    return { 'Shift-Enter': ({ editor }) => editor.commands.splitBlock() };
  },
});

/** Text as blocks, one a line: what is pasted brings no form of its own. */
export function blocksOfText(schema: Schema, text: string): Slice {
  const blocks = text
    .split(/\r\n|[\r\n]/)
    .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
  return new Slice(Fragment.fromArray(blocks), 1, 1);
}

/** Pasting and dropping bring bare text; and a text grows no longer than an article may be. */
export function plainText(maxSize: number, onTooLong: () => void) {
  return Extension.create({
    name: 'plainText',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          clipboardTextParser: (text, $context) => blocksOfText($context.doc.type.schema, text),
          clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n'),
          handlePaste(view, event) {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            return text !== '' && view.pasteText(text, event);
          },
          handleDrop(view, event, _slice, moved) {
            const text = event.dataTransfer?.getData('text/plain') ?? '';
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (moved || text === '' || at === null) return false;
            const slice = blocksOfText(view.state.schema, text);
            view.dispatch(view.state.tr.replaceRange(at.pos, at.pos, slice));
            return true;
          },
        },
        filterTransaction(transaction, { doc }) {
          if (!transaction.docChanged || isChangeOrigin(transaction)) return true;
          const { size } = transaction.doc.content;
          if (size <= maxSize || size <= doc.content.size) return true;
          onTooLong();
          return false;
        },
      }),
    ],
  });
}
