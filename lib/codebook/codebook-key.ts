import { z } from 'zod';

const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/**
 * The key of a label, attribute, relation type or question: what annotations and exports hold on to.
 * Kept to the character, so that a published corpus keeps its own (`Name_Calling,Labeling`): 1 to
 * 128 printable characters, no white space at its ends.
 */
export const codebookKey = z
  .string()
  .min(1, 'It is empty.')
  .max(128, 'It is longer than 128 characters.')
  .refine((key) => key.isWellFormed(), 'It has half of a character in it (a lone surrogate).')
  .refine(
    (key) => !unprintable.test(key),
    'It has a control character, a line break or a change of reading direction in it.',
  )
  .refine((key) => key === key.trim(), 'It begins or ends with white space.')
  .refine((key) => key !== '__proto__', 'This word means something else to many programs.');

/** A key made from a name, for a label that is only being named: `Loaded framing` → `loaded_framing`; '' where nothing is left. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 64);
}
