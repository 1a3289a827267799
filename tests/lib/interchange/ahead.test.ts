import { expect, test } from '@jest/globals';
import { ahead } from '@/lib/interchange/ahead';

function counting(most: number, fails = false) {
  const made: number[] = [];
  let ended = false;
  async function* count(): AsyncGenerator<number, void> {
    try {
      for (let next = 0; next < most; next++) {
        made.push(next);
        yield await Promise.resolve(next);
      }
      if (fails) throw new Error('broken');
    } finally {
      ended = true;
    }
  }
  return { source: count(), made, isEnded: () => ended };
}

test('gives the same values, one of them made ahead', async () => {
  const { source, made, isEnded } = counting(4);
  const values: number[] = [];
  for await (const value of ahead(source)) {
    values.push(value);
    await new Promise(setImmediate);
    expect(made).toHaveLength(Math.min(value + 2, 4));
  }
  expect(values).toEqual([0, 1, 2, 3]);
  expect(isEnded()).toBe(true);
});

test('when the reader stops, the source is ended', async () => {
  const { source, isEnded } = counting(1000);
  for await (const value of ahead(source)) if (value === 3) break;
  expect(isEnded()).toBe(true);
});

test('a failure reaches the reader after what was made before it', async () => {
  const values: number[] = [];
  const read = async () => {
    for await (const value of ahead(counting(2, true).source)) values.push(value);
  };
  await expect(read()).rejects.toThrow('broken');
  expect(values).toEqual([0, 1]);
});
