/**
 * What `measure` found last; undefined until it has found something, and when it last failed. Asking
 * for it never waits: what is older than `maxAge` milliseconds is measured anew for the next time.
 */
export function measured<Value>(
  maxAge: number,
  measure: () => Promise<Value>,
): () => Value | undefined {
  let value: Value | undefined;
  let since = -Infinity;
  let isUnderWay = false;
  return () => {
    if (!isUnderWay && performance.now() - since >= maxAge) {
      isUnderWay = true;
      measure()
        .then(
          (found) => (value = found),
          () => (value = undefined),
        )
        .finally(() => {
          since = performance.now();
          isUnderWay = false;
        });
    }
    return value;
  };
}
