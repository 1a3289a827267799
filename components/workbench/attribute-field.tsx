import { NativeSelect, NumberInput, Textarea } from '@mantine/core';
import type { AttributeValue } from '@/lib/annotation/annotation';
import type { Attribute } from '@/lib/codebook/codebook';
import classes from './growing-field.module.css';
import { useDraft } from './use-draft';

type Field = {
  attribute: Attribute;
  value: AttributeValue | undefined;
  isFixed: boolean;
  /** Undefined takes the answer back. */
  onChange: (value: AttributeValue | undefined) => void;
};

const missing = ({ attribute, value }: Field) =>
  attribute.required && (value === undefined || value === '') ? 'Needed before you submit' : null;

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
      data={[{ value: '', label: 'Not said' }, ...options]}
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

/** One attribute of an annotation's label, asked in the way of its type. */
export function AttributeField(field: Field) {
  if (field.attribute.type === 'text') return <TextField {...field} />;
  if (field.attribute.type === 'number') return <NumberField {...field} />;
  return <ChoiceField {...field} />;
}
