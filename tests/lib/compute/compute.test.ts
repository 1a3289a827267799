import { afterEach, describe, expect, it, test } from '@jest/globals';
import type { Computation, Progress } from '@/lib/compute/computation';
import { durationInWords } from '@/lib/compute/computation';
import type { ComputingPool } from '@/lib/compute/compute';
import { compute, computingFigures, provideComputing } from '@/lib/compute/compute';
import { refused } from '@/tests/builders/refused';

const doubling: Computation<number, number> = {
  name: 'test/doubling',
  subject: 'Doubling',
  advice: 'Choose a smaller number.',
  maxMilliseconds: 1000,
  run(input, { onProgress }) {
    onProgress?.({ done: 1, total: 1 });
    return Promise.resolve(2 * input);
  },
};

const figures = {
  maxWorkers: 1,
  running: 0,
  waiting: 3,
  completed: 0,
  failed: 0,
  cancelled: 0,
  timedOut: 0,
  crashed: 0,
  refused: 0,
};

afterEach(() => provideComputing(null));

describe('without a server', () => {
  it('computes at once, and notifies of progress', async () => {
    const seen: Progress[] = [];
    expect(await compute(doubling, 2, { onProgress: (at) => seen.push(at) })).toBe(4);
    expect(seen).toEqual([{ done: 1, total: 1 }]);
    expect(computingFigures()).toBeNull();
  });

  it('does not begin what has been ended', async () => {
    const reason = new Error('gone');
    await expect(compute(doubling, 2, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

test('a refusal of the pool is one of ours, though its class is another bundle’s', async () => {
  class Foreign extends Error {
    override name = 'Refusal';
    reason = 'busy';
    faults = [];
    retryAfter = 5;
  }
  const run = () => Promise.reject(new Foreign('Please try again.'));
  provideComputing({ run, figures: () => figures });
  const refusal = await refused(compute(doubling, 2));
  expect(refusal).toMatchObject({ reason: 'busy', message: 'Please try again.', retryAfter: 5 });
});

test('with a server the pool computes, but for what is small', async () => {
  const pool: ComputingPool = {
    run: ({ name }, input, { userId }) => Promise.resolve(`${name} ${String(input)} ${userId}`),
    figures: () => figures,
  };
  provideComputing(pool);
  expect(await compute(doubling, 2, { userId: 'ada' })).toBe('test/doubling 2 ada');
  expect(await compute(doubling, 2, { userId: 'ada', isSmall: true })).toBe(4);
  expect(computingFigures()).toEqual(figures);
});

test.each([
  [1, 'a second'],
  [1000, 'a second'],
  [30_000, '30 seconds'],
  [119_000, '119 seconds'],
  [600_000, '10 minutes'],
])('%d ms are %s', (milliseconds, words) => expect(durationInWords(milliseconds)).toBe(words));
