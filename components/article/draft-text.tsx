import { Extension, Node } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text as TextNode } from '@tiptap/extension-text';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import type { SharedText, Writer } from '@/components/live/shared-text';
import { withCarets } from '@/components/live/with-carets';
import { maxTextBytes } from '@/lib/article/article';
import classes from './draft-text.module.css';

/** A block of an article’s text, which preserves every character, CR and repeated spaces too. */
const PlainParagraph = Node.create({
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

/** Plain text as blocks, one for each line. */
function blocksOfText(schema: Schema, text: string): Slice {
  const blocks = text
    .split(/\r\n|[\r\n]/)
    .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
  return new Slice(Fragment.fromArray(blocks), 1, 1);
}

/**
 * Pastes and drops plain text only, and rejects edits here that exceed `maxSize` (UTF-16 code
 * units).
 */
function plainText(maxSize: number, onTooLong: () => void) {
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

/** The shared editor of a draft's text: plain blocks, with everybody's carets. */
export function DraftText({
  sharedText,
  me,
  language,
  isOpen,
  onEditor,
  onTooLong,
}: {
  sharedText: SharedText;
  me: Writer;
  language: string;
  /** Whether it can be edited now. */
  isOpen: boolean;
  onEditor: (editor: Editor | null) => void;
  onTooLong: () => void;
}) {
  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable: isOpen,
      enableInputRules: false,
      enablePasteRules: false,
      extensions: [
        Document,
        PlainParagraph,
        TextNode,
        plainText(maxTextBytes, onTooLong),
        ...withCarets(sharedText, me),
      ],
      editorProps: {
        attributes: {
          'aria-label': 'Text of the draft',
          'aria-multiline': 'true',
          role: 'textbox',
          translate: 'no',
          autocorrect: 'off',
          autocapitalize: 'off',
          'data-gramm': 'false',
        },
      },
    },
    [sharedText],
  );
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);
  useEffect(() => {
    editor?.setEditable(isOpen, false);
  }, [editor, isOpen]);
  return (
    <div className={classes.container} lang={language === '' ? undefined : language}>
      <EditorContent editor={editor} />
    </div>
  );
}
