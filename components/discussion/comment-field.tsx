import { Button, Combobox, Group, Stack, Text, useCombobox } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { maxCommentLength } from '@/lib/discussion/comment';
import type { PeopleSuggested } from './comment-extensions';
import { commentExtensions } from './comment-extensions';
import classes from './comment-field.module.css';
import type { CommentText } from './mention-text';
import { commentTextOf, documentOf } from './mention-text';
import { useArticleDiscussion } from './use-discussion';

/** Sets the ARIA attributes of the editor to the selected option of the list; null clears them. */
function pointAt({ view: { dom } }: Editor, option: string | null): void {
  const list = option && document.getElementById(option)?.closest('[role="listbox"]')?.id;
  const values = { 'aria-controls': list, 'aria-activedescendant': option };
  for (const [name, value] of Object.entries(values)) {
    if (value) dom.setAttribute(name, value);
    else dom.removeAttribute(name);
  }
}

/** A field for a comment. @ and the first letters of a name mention somebody. */
export function CommentField({
  label,
  initialText,
  send,
  takesFocus = false,
  fieldRef,
  onType,
  onSend,
  onCancel,
}: {
  /** The field's accessible name and placeholder. */
  label: string;
  initialText: CommentText;
  /** The text of the button. */
  send: string;
  /** Whether it gets the focus at once. */
  takesFocus?: boolean;
  fieldRef?: Ref<HTMLElement> | undefined;
  onType?: (text: CommentText) => void;
  /** Sends the comment; the text stays where it rejects. */
  onSend: (text: CommentText) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const { people } = useArticleDiscussion();
  const [text, setText] = useState(initialText);
  const [suggested, setSuggested] = useState<PeopleSuggested | null>(null);
  const { busy, problem, run } = useAction();
  const combobox = useCombobox({ opened: suggested !== null });

  const take = (document: Node) => {
    const typed = commentTextOf(document);
    setText(typed);
    onType?.(typed);
  };
  const choose = (userId: string) => {
    const person = suggested?.items.find(({ id }) => id === userId);
    if (person) suggested?.command({ id: person.id, label: person.name });
  };
  const onKey = (event: globalThis.KeyboardEvent, shown: PeopleSuggested) => {
    const [first] = shown.items;
    if (event.isComposing) return false;
    if (event.key === 'Escape') event.stopPropagation();
    else if (event.key === 'ArrowDown') pointAt(shown.editor, combobox.selectNextOption());
    else if (event.key === 'ArrowUp') pointAt(shown.editor, combobox.selectPreviousOption());
    else if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return false;
    else if (combobox.getSelectedOptionIndex() !== -1) combobox.clickSelectedOption();
    else if (first) shown.command({ id: first.id, label: first.name });
    return true;
  };
  const [options] = useState(() => ({
    content: documentOf(initialText),
    extensions: commentExtensions({ placeholder: label, people, onSuggest: setSuggested, onKey }),
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(takesFocus && { 'data-autofocus': 'true' }),
      },
    },
  }));
  const editor = useEditor({
    ...options,
    // A key opens the field, and the next keys are typed into it.
    immediatelyRender: true,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    onUpdate: ({ editor: { state } }) => take(state.doc),
  });
  useImperativeHandle(fieldRef, () => editor.view.dom, [editor]);
  useLayoutEffect(() => {
    if (!takesFocus) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    // At once: Tiptap's own command waits for a frame.
    editor.view.focus();
  }, [editor, takesFocus]);

  const listed = suggested?.items.map(({ id }) => id).join() ?? '';
  const select = useEffectEvent(() => pointAt(editor, combobox.selectFirstOption()));
  useEffect(() => {
    if (listed === '') return pointAt(editor, null);
    const frame = requestAnimationFrame(() => select());
    return () => cancelAnimationFrame(frame);
  }, [editor, listed]);

  const isTooLong = text.body.length > maxCommentLength;
  const isEmpty = text.body.trim() === '';
  const submit = async () => {
    if (busy || isEmpty || isTooLong) return;
    if (!(await run(() => onSend(text)))) return;
    // The field may be gone where its thread closed after the reply.
    if (!editor.isDestroyed) editor.commands.clearContent();
    setText({ body: '', mentions: [] });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  return (
    <Stack gap={6}>
      <Combobox
        store={combobox}
        onOptionSubmit={choose}
        position="bottom-start"
        withinPortal={false}
      >
        <Combobox.DropdownTarget>
          <div
            className={classes.field}
            data-list-open={suggested !== null || undefined}
            onKeyDownCapture={press}
          >
            <EditorContent editor={editor} />
          </div>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={suggested === null}>
          <Combobox.Options aria-label="People to mention">
            {suggested?.items.map(({ id, name }) => (
              <Combobox.Option key={id} value={id}>
                <bdi>{name}</bdi>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {problem !== null && <ProblemAlert problem={problem} />}
      {(!isEmpty || onCancel !== undefined) && (
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="xs" c={isTooLong ? 'red' : 'dimmed'} className={classes.hint}>
            {isTooLong
              ? `At most ${maxCommentLength.toLocaleString('en')} characters; it has ${text.body.length.toLocaleString('en')}`
              : '@ mentions somebody; Ctrl+Enter sends'}
          </Text>
          <Group gap={4} wrap="nowrap">
            {onCancel !== undefined && (
              <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
                Cancel
              </Button>
            )}
            <Button
              size="compact-sm"
              loading={busy}
              disabled={isEmpty || isTooLong}
              onClick={() => void submit()}
            >
              {send}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  );
}
