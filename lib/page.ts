import { z } from 'zod';
import { invalid } from './refusal';
import { isStorable } from './text-input';

/** Query parameters of every list of the API: `limit` (1 to 1,000, default 100) and `cursor`. */
export const listingQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(2000).optional(),
});

/** The size and the start of a page of a list. */
export type ListingQuery = z.infer<typeof listingQuery>;

/** A page of a list; `nextCursor` is null on the last one. */
export type Listing<Item> = { items: Item[]; nextCursor: string | null };

/** The schema of a page of items. */
export function listingOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Makes a page from the rows of a query that fetched one row more than `limit`. */
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
 * The key after which the requested page begins, parsed by `key`; null for the first page.
 *
 * @throws {Refusal} `invalid` for a cursor that no list has returned.
 */
export function cursorKey<Key extends z.ZodType>(
  cursor: string | undefined,
  key: Key,
): z.infer<Key> | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalid('cursor', 'This cursor was not returned by a list of this API.');
  }
}

/** The filter text of a list: trimmed, at most 200 characters; empty matches everything. */
export const filterText = z
  .string()
  .max(200, 'It is longer than 200 characters.')
  .refine(isStorable, 'It has a character in it that cannot be stored.')
  .transform((text) => text.trim());

/**
 * A Prisma filter for columns that contain the text, whatever its case; `%`, `_` and `\` stand for
 * themselves.
 */
export function containing(text: string) {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
}
