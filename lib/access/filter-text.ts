import { z } from 'zod';
import { isStorable } from '@/lib/text-input';

/** What somebody looks for in a list: trimmed, at most 200 characters; empty looks for nothing in particular. */
export const filterText = z
  .string()
  .max(200, 'It is longer than 200 characters.')
  .refine(isStorable, 'It has a character in it that cannot be stored.')
  .transform((text) => text.trim());

/** A filter for text that has `sought` in it, in whatever case; `%`, `_` and `\` stand for themselves. */
export function containing(text: string) {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
}
