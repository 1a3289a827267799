/**
 * The same values, with the next one already in the making while one is used: at most one is held
 * back. When the reader stops, the source is ended too.
 */
export async function* ahead<Value>(
  source: AsyncGenerator<Value, void>,
): AsyncGenerator<Value, void> {
  const begin = () => {
    const made = source.next();
    // Awaited below unless the reader has gone; then nobody is left to be told of a failure.
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
