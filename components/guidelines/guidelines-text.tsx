import { RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import type { Node } from '@tiptap/pm/model';
import { useEffect } from 'react';
import type { TextRoom, Writer } from '@/components/live/text-room';
import { withCarets } from '@/components/shared-text/with-carets';
import { guidelinesExtensions } from './guidelines-extensions';
import { GuidelinesToolbar } from './guidelines-toolbar';
import classes from './guidelines.module.css';

/** The guidelines as everybody at them writes them. */
export function GuidelinesText({
  room,
  me,
  isOpen,
  onText,
}: {
  room: TextRoom;
  me: Writer;
  isOpen: boolean;
  onText: (document: Node) => void;
}) {
  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      editable: isOpen,
      extensions: [...guidelinesExtensions, ...withCarets(room, me)],
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
    [room],
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
