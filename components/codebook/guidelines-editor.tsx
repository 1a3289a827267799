import { RichTextEditor } from '@mantine/tiptap';
import {
  IconBulb,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowRemove,
  IconTable,
  IconTableOff,
  IconTargetOff,
} from '@tabler/icons-react';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState, useEditor } from '@tiptap/react';
import type { Node } from '@tiptap/pm/model';
import { useEffect } from 'react';
import type { SharedText, Writer } from '@/components/live/shared-text';
import { withCarets } from '@/components/live/with-carets';
import type { ExampleKind } from './guidelines-content';
import { guidelinesExtensions } from './guidelines-extensions';
import classes from './guidelines.module.css';

type Tool = {
  name: string;
  Icon: typeof IconTable;
  run: (chain: ChainedCommands) => ChainedCommands;
};

const table: Tool[] = [
  { name: 'Add a row below', Icon: IconRowInsertBottom, run: (chain) => chain.addRowAfter() },
  { name: 'Delete this row', Icon: IconRowRemove, run: (chain) => chain.deleteRow() },
  {
    name: 'Add a column after',
    Icon: IconColumnInsertRight,
    run: (chain) => chain.addColumnAfter(),
  },
  { name: 'Delete this column', Icon: IconColumnRemove, run: (chain) => chain.deleteColumn() },
  { name: 'Delete the table', Icon: IconTableOff, run: (chain) => chain.deleteTable() },
];

const newTable: Tool = {
  name: 'Insert a table',
  Icon: IconTable,
  run: (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
};

const examples: (Tool & { kind: ExampleKind })[] = (
  [
    ['good', 'Good example', IconBulb],
    ['near-miss', 'Near miss', IconTargetOff],
  ] as const
).map(([kind, name, Icon]) => ({
  kind,
  name,
  Icon,
  run: (chain) => chain.toggleWrap('example', { kind }),
}));

/**
 * The toolbar of the guidelines editor. Row and column tools appear while the caret is in a table.
 */
function GuidelinesToolbar({ editor }: { editor: Editor }) {
  const { inTable, kind } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      inTable: now.isActive('table'),
      kind: examples.find((one) => now.isActive('example', { kind: one.kind }))?.kind,
    }),
  });
  const control = ({ name, Icon, run }: Tool, active = false) => (
    <RichTextEditor.Control
      key={name}
      aria-label={name}
      title={name}
      active={active}
      onClick={() => run(editor.chain().focus()).run()}
    >
      <Icon size={16} aria-hidden />
    </RichTextEditor.Control>
  );
  return (
    <RichTextEditor.Toolbar role="toolbar" aria-label="Formatting">
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Code />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H1 />
        <RichTextEditor.H2 />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        {examples.map((one) => control(one, one.kind === kind))}
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        {inTable ? table.map((one) => control(one)) : control(newTable)}
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}

/** The shared editor of the guidelines. */
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
      labels={{ h1ControlLabel: 'Heading', h2ControlLabel: 'Subheading' }}
    >
      {editor && <GuidelinesToolbar editor={editor} />}
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
