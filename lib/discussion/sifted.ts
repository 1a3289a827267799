/** How many rows are read at a time at least. */
const fewest = 50;

/**
 * The first `most` of what `asSeen` lets through, with the rows that they were made of. Rows are read
 * in their order by `read` until there are enough or there are no more:
 * what one may not see makes no page shorter, so that not even its number is told.
 */
export async function sifted<Row, Item>(
  most: number,
  read: (after: Row | null, most: number) => Promise<Row[]>,
  asSeen: (row: Row) => Item | null,
): Promise<{ row: Row; item: Item }[]> {
  const kept: { row: Row; item: Item }[] = [];
  const atOnce = Math.max(most, fewest);
  let after: Row | null = null;
  for (;;) {
    const rows: Row[] = await read(after, atOnce);
    for (const row of rows) {
      const item = asSeen(row);
      if (item !== null) kept.push({ row, item });
      if (kept.length === most) return kept;
    }
    after = rows.at(-1) ?? null;
    if (rows.length < atOnce || after === null) return kept;
  }
}
