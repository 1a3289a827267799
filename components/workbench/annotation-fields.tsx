import type { Ref } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Textarea, NativeSelect, NumberInput } from '@mantine/core';
import type { AttributeValue } from '@/lib/annotation/annotation';
import type { Attribute } from '@/lib/codebook/codebook';
import classes from './growing-field.module.css';

/** A value that is being typed; `finish` commits it at once. */
type Draft<Value> = { value: Value; type(value: Value): void; finish(this: void): void };

const pause = 400;

/**
 * Holds what is typed and commits it after a short pause, when the field loses the focus, when it
 * unmounts and when the page is hidden, so that nothing waits long and a change is not a single letter.
 */
function useDraft<Value>(stored: Value, commit: (value: Value) => void): Draft<Value> {
  const [typed, setTyped] = useState<{ value: Value } | null>(null);
  const waiting = useRef<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });

  const finish = useCallback(() => {
    clearTimeout(timer.current);
    const held = waiting.current;
    if (held === null) return;
    waiting.current = null;
    setTyped(null);
    latest.current(held.value);
  }, []);

  useEffect(() => {
    window.addEventListener('pagehide', finish);
    document.addEventListener('visibilitychange', finish);
    return () => {
      window.removeEventListener('pagehide', finish);
      document.removeEventListener('visibilitychange', finish);
      finish();
    };
  }, [finish]);

  const type = (value: Value) => {
    waiting.current = { value };
    setTyped(waiting.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(finish, pause);
  };
  return { value: typed === null ? stored : typed.value, type, finish };
}

/** The note of an annotation; see `useDraft` for when it is saved. */
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

type Field = {
  attribute: Attribute;
  value: AttributeValue | undefined;
  isFixed: boolean;
  /** Undefined clears the value. */
  onChange: (value: AttributeValue | undefined) => void;
};

const missing = ({ attribute, value }: Field) =>
  attribute.required && (value === undefined || value === '') ? 'Required before you submit' : null;

function ChoiceField({ attribute, value, isFixed, onChange }: Field) {
  const isYesNo = attribute.type === 'boolean';
  const options = isYesNo
    ? [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ]
    : attribute.options.map((option) => ({ value: option, label: option }));
  return (
    <NativeSelect
      size="sm"
      label={attribute.name}
      withAsterisk={attribute.required}
      description={missing({ attribute, value, isFixed, onChange })}
      data={[{ value: '', label: 'No answer' }, ...options]}
      value={value === undefined ? '' : String(value)}
      disabled={isFixed}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChange(chosen === '' ? undefined : isYesNo ? chosen === 'true' : chosen)
      }
    />
  );
}

function TextField({ attribute, value, isFixed, onChange }: Field) {
  const draft = useDraft(String(value ?? ''), (typed) =>
    onChange(typed.trim() === '' ? undefined : typed),
  );
  return (
    <Textarea
      size="sm"
      rows={1}
      classNames={{ input: classes.growing }}
      maxLength={2000}
      label={attribute.name}
      withAsterisk={attribute.required}
      description={missing({ attribute, value, isFixed, onChange })}
      value={draft.value}
      readOnly={isFixed}
      onChange={({ currentTarget }) => draft.type(currentTarget.value)}
      onBlur={draft.finish}
    />
  );
}

function NumberField({ attribute, value, isFixed, onChange }: Field) {
  const draft = useDraft<string | number>(typeof value === 'number' ? value : '', (typed) =>
    onChange(typeof typed === 'number' ? typed : undefined),
  );
  return (
    <NumberInput
      size="sm"
      label={attribute.name}
      withAsterisk={attribute.required}
      description={missing({ attribute, value, isFixed, onChange })}
      value={draft.value}
      readOnly={isFixed}
      onChange={draft.type}
      onBlur={draft.finish}
    />
  );
}

/** The field of an attribute, by its type. */
export function AttributeField(field: Field) {
  if (field.attribute.type === 'text') return <TextField {...field} />;
  if (field.attribute.type === 'number') return <NumberField {...field} />;
  return <ChoiceField {...field} />;
}
