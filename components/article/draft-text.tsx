import type { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text as TextNode } from '@tiptap/extension-text';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import type { SharedText, Writer } from '@/components/live/shared-text';
import { withCarets } from '@/components/live/with-carets';
import { maxTextBytes } from '@/lib/article/article';
import classes from './draft-text.module.css';
import { PlainParagraph, plainText } from './plain-blocks';

/** The text of a draft, as everybody at it writes it: bare blocks, with each one’s caret. */
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
  /** Whether it may be written now. */
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
