import { RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import type { Node } from '@tiptap/pm/model';
import { useEffect } from 'react';
import type { SharedText, Writer } from '@/components/live/shared-text';
import { withCarets } from '@/components/live/with-carets';
import { guidelinesExtensions } from './guidelines-extensions';
import { GuidelinesToolbar } from './guidelines-toolbar';
import classes from './guidelines.module.css';

/** The guidelines as everybody at them writes them. */
export function GuidelinesText({
  sharedText,
  me,
  isOpen,
  onText,
}: {
  sharedText: SharedText;
  me: Writer;
  isOpen: boolean;
  onText: (document: Node) => void;
}) {
  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable: isOpen,
      extensions: [...guidelinesExtensions, ...withCarets(sharedText, me)],
      onCreate: ({ editor: made }) => onText(made.state.doc),
      onUpdate: ({ editor: changed }) => onText(changed.state.doc),
      editorProps: {
        attributes: {
          class: classes.text ?? '',
          role: 'textbox',
          'aria-label': 'Guidelines',
          'aria-multiline': 'true',
        },
      },
    },
    [sharedText],
  );
  useEffect(() => {
    editor?.setEditable(isOpen, false);
  }, [editor, isOpen]);
  return (
    <RichTextEditor
      editor={editor}
      labels={{ h1ControlLabel: 'Heading', h2ControlLabel: 'Heading below' }}
    >
      {editor && <GuidelinesToolbar editor={editor} />}
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
