import type { RefObject } from 'react';

/** The fields of the open card that keys lead to. */
export type EditorFields = {
  note: RefObject<HTMLTextAreaElement | null>;
  confidence: RefObject<HTMLDivElement | null>;
  /** Where something can be said about the annotation. */
  discussion: RefObject<HTMLElement | null>;
};

/** Puts the keyboard into a field of the open card, if one is open. */
export function focusField(fields: EditorFields, field: keyof EditorFields): void {
  if (field !== 'confidence') fields[field].current?.focus();
  else {
    const steps = fields.confidence.current;
    const chosen = steps?.querySelector<HTMLInputElement>('input:checked');
    (chosen ?? steps?.querySelector<HTMLInputElement>('input'))?.focus();
  }
}
