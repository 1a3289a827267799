import { z } from 'zod';
import { invalid } from '@/lib/refusal';

/** The query parameters of every list of the API: `limit` (1 to 1,000, default 100) and `cursor`. */
export const listingQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(2000).optional(),
});

/** The requested page of a list. */
export type ListingQuery = z.infer<typeof listingQuery>;

/** One page of a list; `nextCursor` is null on the last. */
export type Listing<Item> = { items: Item[]; nextCursor: string | null };

/** The schema of a page of `item`. */
export function listingOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/**
 * A page of a list from rows of a query for `limit` + 1 rows; the additional row shows that there is
 * another page. `keyOf` gives the key for the cursor.
 */
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
 * The key after which the requested page begins, validated by the schema `key`; null for the first page.
 *
 * @throws {Refusal} `invalid` for a cursor that was not returned by a list.
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
