import { z } from 'zod';
import { invalid } from './refusal';
import { isStorable } from './text-input';

/** What every list of the API takes: `?limit=` (1 to 1,000, default 100) and `&cursor=`. */
export const listingQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(2000).optional(),
});

/** How much of a list is asked for, and from where. */
export type ListingQuery = z.infer<typeof listingQuery>;

/** One page of a list; `nextCursor` is null on the last. */
export type Listing<Item> = { items: Item[]; nextCursor: string | null };

/** The schema of a page of `item`. */
export function listingOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Makes a page of the rows of a query that asked for one row more than `limit`. */
export function listing<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Listing<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(itemOf),
    nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  };
}

/**
 * The key after which the asked page begins, checked against `key`; null for the first page.
 * A cursor that no answer of ours held is refused as invalid.
 */
export function cursorKey<Key extends z.ZodType>(
  cursor: string | undefined,
  key: Key,
): z.infer<Key> | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalid('cursor', 'This cursor is not one that a list of ours has given.');
  }
}

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
