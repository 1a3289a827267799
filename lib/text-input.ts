import { z } from 'zod';

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const bidiControl = /[\u202a-\u202e\u2066-\u2069]/;

/** Whether PostgreSQL and XML can store the string: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/**
 * A schema for one line that people read as a name or title: trimmed, 1 to `maxLength` characters,
 * no control characters, no bidirectional overrides (they make a name read as another), no lone
 * surrogates.
 */
export function nameOf(maxLength: number) {
  return z
    .string()
    .refine((text) => text.isWellFormed(), 'It has half of a character in it (a lone surrogate).')
    .refine(
      (text) => !control.test(text) && !/[\n\t]/.test(text),
      'It has a control character in it.',
    )
    .refine(
      (text) => !bidiControl.test(text),
      'It has a character in it that changes the reading direction.',
    )
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, 'It is empty.')
        .max(maxLength, `It is longer than ${maxLength} characters.`),
    );
}

/**
 * A schema for running text: may be empty and have several lines; at most `maxLength` characters,
 * no other control characters, no lone surrogates.
 */
export function prose(maxLength: number) {
  return z
    .string()
    .max(maxLength, `It is longer than ${maxLength} characters.`)
    .refine((text) => text.isWellFormed(), 'It has half of a character in it (a lone surrogate).')
    .refine((text) => !control.test(text), 'It has a control character in it.');
}
