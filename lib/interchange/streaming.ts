/** Number of rows fetched at a time. */
const atOnce = 500;

/**
 * Every row that `read` returns, page after page; each page is fetched when those before it are
 * consumed.
 */
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

/**
 * The same values, with the next one already requested while one is used: at most one is buffered.
 * When the consumer stops, the source is ended too.
 */
export async function* ahead<Value>(
  source: AsyncGenerator<Value, void>,
): AsyncGenerator<Value, void> {
  const begin = () => {
    const made = source.next();
    // Awaited below unless the consumer has stopped; then nobody needs the error.
    made.catch(() => undefined);
    return made;
  };
  try {
    for (let next = begin(); ;) {
      const { done, value } = await next;
      if (done === true) return;
      next = begin();
      yield value;
    }
  } finally {
    await source.return();
  }
}

/** JSON in pieces: the text of one value. */
export class JsonPieces {
  constructor(readonly pieces: AsyncIterable<string>) {}
}

async function* written(value: unknown): AsyncGenerator<string, void> {
  if (value instanceof JsonPieces) yield* value.pieces;
  else yield JSON.stringify(value);
}

/** A JSON object whose fields, in their order, are values or `JsonPieces`; undefined ones are left out. */
export function jsonObject(fields: Record<string, unknown>): JsonPieces {
  async function* pieces() {
    let before = '{';
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* written(value);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  }
  return new JsonPieces(pieces());
}

/** A JSON list whose items, values or `JsonPieces`, come one after the other. */
export function jsonList(items: AsyncIterable<unknown>): JsonPieces {
  async function* pieces() {
    let before = '[';
    for await (const item of items) {
      yield before;
      yield* written(item);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
  }
  return new JsonPieces(pieces());
}

/** Length of a portion, in UTF-16 code units. */
const portion = 65_536;

/** The bytes of `JsonPieces`, in portions worth sending. */
export async function* jsonBytes({ pieces }: JsonPieces): AsyncGenerator<Uint8Array, void> {
  let gathered = '';
  for await (const piece of pieces) {
    gathered += piece;
    if (gathered.length < portion) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  yield Buffer.from(`${gathered}\n`);
}
