/** JSON in the making, piece by piece: the text of one value. */
export class JsonPieces {
  constructor(readonly pieces: AsyncIterable<string>) {}
}

async function* written(value: unknown): AsyncGenerator<string, void> {
  if (value instanceof JsonPieces) yield* value.pieces;
  else yield JSON.stringify(value);
}

/** An object whose fields, in their order, are values or JSON in the making; undefined ones are left out. */
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

/** A list whose items, values or JSON in the making, come one after the other. */
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

/** How much is gathered before it is sent on, in UTF-16 code units. */
const portion = 65_536;

/** The bytes of JSON in the making, in portions that are worth sending. */
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
