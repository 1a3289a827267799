/** How many rows are read at a time at least. */
const minBatch = 50;

/**
 * The first `most` of what `asSeen` lets through, with the rows that they were made of. Rows are read
 * in their order by `read` until there are enough or there are no more:
 * what one may not see makes no page shorter, so that not even its number is told.
 */
export async function filteredPage<Row, Item>(
  limit: number,
  read: (after: Row | null, limit: number) => Promise<Row[]>,
  asSeen: (row: Row) => Item | null,
): Promise<{ row: Row; item: Item }[]> {
  const matching: { row: Row; item: Item }[] = [];
  const atOnce = Math.max(limit, minBatch);
  let after: Row | null = null;
  for (;;) {
    const rows: Row[] = await read(after, atOnce);
    for (const row of rows) {
      const item = asSeen(row);
      if (item !== null) matching.push({ row, item });
      if (matching.length === limit) return matching;
    }
    after = rows.at(-1) ?? null;
    if (rows.length < atOnce || after === null) return matching;
  }
}
