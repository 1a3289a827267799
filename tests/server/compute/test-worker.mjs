/** A worker whose computations do what none should: they never end, take all memory, or break. */
export default async function computeHere({ name, input }) {
  if (name === 'test/endless') for (;;);
  if (name === 'test/hungry') {
    // A growing table: what ends a whole process where it is in a thread.
    const table = new Map();
    for (let at = 0; ; at++) table.set(at, { at });
  }
  if (name === 'test/broken') throw new TypeError('It is broken.');
  return { kind: 'done', value: input };
}
