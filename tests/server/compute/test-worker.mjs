/** A worker with faulty computations: they never end, take all memory, or fail. */
export default async function computeHere({ name, input }) {
  if (name === 'test/endless') for (;;);
  if (name === 'test/hungry') {
    // A growing array, which in a thread would end the whole process.
    const table = new Map();
    for (let at = 0; ; at++) table.set(at, { at });
  }
  if (name === 'test/broken') throw new TypeError('It is broken.');
  return { kind: 'done', value: input };
}
