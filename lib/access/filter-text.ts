import { z } from 'zod';
import { isStorable } from '@/lib/text-input';

/** The text filter of a list: trimmed, at most 200 characters; empty for no filter. */
export const filterText = z
  .string()
  .max(200, 'It is longer than 200 characters.')
  .refine(isStorable, 'It has a character in it that cannot be stored.')
  .transform((text) => text.trim());

/** A Prisma filter for columns that contain `text`, ignoring case; `%`, `_` and `\` have no special meaning. */
export function containing(text: string) {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
}
