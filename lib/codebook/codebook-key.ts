import { z } from 'zod';

const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/**
 * The key of a label, attribute, relation type or question, by which annotations and exports name it
 * (on screen: its ID). 1 to 128 printable characters without white space at the ends, stored as sent,
 * so that a published corpus can keep its own keys (`Name_Calling,Labeling`).
 */
export const codebookKey = z
  .string()
  .min(1, 'It is empty.')
  .max(128, 'It is longer than 128 characters.')
  .refine((key) => key.isWellFormed(), 'It contains half of a character (a lone surrogate).')
  .refine(
    (key) => !unprintable.test(key),
    'It contains a control character, a line break or a change of text direction.',
  )
  .refine((key) => key === key.trim(), 'It begins or ends with white space.')
  .refine((key) => key !== '__proto__', 'Many programs reserve this word; please choose another.');

/**
 * A key derived from a name, at most 64 UTF-16 code units: `Loaded framing` → `loaded_framing`; ''
 * for a name without letters and digits.
 */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 64);
}
