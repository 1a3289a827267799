import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import classes from './growing-field.module.css';
import { useDraft } from './use-draft';

/** The note on an annotation. What is typed is handed on after a pause and when the field is left. */
export function NoteField({
  note,
  isFixed,
  onChange,
  fieldRef,
}: {
  note: string;
  isFixed: boolean;
  onChange: (note: string) => void;
  fieldRef: Ref<HTMLTextAreaElement>;
}) {
  const draft = useDraft(note, onChange);
  return (
    <Textarea
      ref={fieldRef}
      size="sm"
      label="Note"
      placeholder={isFixed ? 'No note' : 'Why this label?'}
      rows={2}
      classNames={{ input: `${classes.growing} ${classes.note}` }}
      maxLength={10_000}
      value={draft.value}
      readOnly={isFixed}
      onChange={({ currentTarget }) => draft.type(currentTarget.value)}
      onBlur={draft.finish}
    />
  );
}
