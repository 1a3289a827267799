/** The minimum number of rows of one read. */
const minBatch = 50;

/**
 * The first `limit` items that `asSeen` does not filter out, with their rows. Rows are read in order
 * by `read` until there are enough or no more, so that hidden rows never make a page shorter, which
 * would reveal their number.
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
