/** How many rows are held at a time. */
const atOnce = 500;

/** Every row that `read` gives, page after page; each page is read when those before it are used up. */
export async function* byPages<Row>(
  read: (after: Row | null, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row, void> {
  for (let after: Row | null = null; ;) {
    const rows: Row[] = await read(after, atOnce);
    yield* rows;
    after = rows.at(-1) ?? null;
    if (rows.length < atOnce || after === null) return;
  }
}
