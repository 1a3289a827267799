import { afterEach, expect, test } from '@jest/globals';
import {
  beginningComputation,
  draftTextComputation,
  freezingComputation,
  draftMergeComputation,
  previewComputation,
  revisionComputation,
} from '@/lib/article/text-computations';
import { workOnText } from '@/lib/article/text-work';
import type { Computation } from '@/lib/compute/computation';
import { provideComputing } from '@/lib/compute/compute';
import { computations } from '@/server/compute/computations';
import { refused } from '@/tests/builders/refused';

const large = 10_001;

/** Work that ends on request. */
function waiting() {
  const ends: (() => void)[] = [];
  const work: Computation<string, string> = {
    name: 'article/test',
    subject: 'This test',
    advice: 'End it.',
    maxMilliseconds: 1_000,
    run: (name) => new Promise((resolve) => ends.push(() => resolve(name))),
  };
  return { work, end: () => ends.splice(0).forEach((end) => end()) };
}

afterEach(() => provideComputing(null));

test('two large texts of one person are worked on at once, and a third is refused for some seconds', async () => {
  const { work, end } = waiting();
  const begin = (userId: string | null, size: number) => workOnText(work, 'done', { userId, size });
  const begun = [begin('Ada', large), begin('Ada', large)];
  expect(await refused(begin('Ada', large))).toMatchObject({
    reason: 'too-many',
    retryAfter: 5,
    message: expect.stringContaining('Nothing was changed'),
  });
  begun.push(begin('Ada', large - 1), begin('Ben', large), begin(null, large), begin(null, large));
  end();
  expect(await Promise.all(begun)).toEqual(Array(6).fill('done'));
  const again = begin('Ada', large);
  end();
  expect(await again).toBe('done');
});

test('work that fails is over, too', async () => {
  const failing = { ...waiting().work, run: () => Promise.reject(new Error('Broken.')) };
  for (let time = 0; time < 3; time++)
    await expect(workOnText(failing, '', { userId: 'Eve', size: large })).rejects.toThrow(
      'Broken.',
    );
});

test('large texts go to the pool, small ones do not', async () => {
  const asked: string[] = [];
  provideComputing({
    run: async ({ name }, input) => {
      asked.push(name);
      return input;
    },
    figures: () => {
      throw new Error('Unexpected call.');
    },
  });
  const text = { cleanup: 'none' as const, language: 'en' };
  const as = (size: number) => ({ userId: 'Ada', size });
  await workOnText(previewComputation, { ...text, text: 'Small.' }, as(6));
  await workOnText(revisionComputation, { ...text, text: 'Large.' }, as(large));
  expect(asked).toEqual(['article/revision']);
});

test('the pool knows all work on texts', () => {
  const names = computations.map(({ name }) => name);
  for (const { name } of [
    previewComputation,
    revisionComputation,
    beginningComputation,
    draftMergeComputation,
    freezingComputation,
    draftTextComputation,
  ])
    expect(names).toContain(name);
  expect(new Set(names).size).toBe(names.length);
});
