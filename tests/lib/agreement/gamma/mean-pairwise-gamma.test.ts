import { expect, test } from '@jest/globals';
import { annotatorPairs, meanPairwiseGamma } from '@/lib/agreement/gamma/mean-pairwise-gamma';

const units = [0, 1, 2, 3, 4, 5].flatMap((annotator) =>
  [0, 40, 80].map((begin) => ({ annotator, begin, end: begin + 10 + annotator, label: 0 })),
);
const document = { length: 200, annotators: 6, units };
const pairsOf = () => annotatorPairs([{ document, people: [0, 1, 2, 3, 4, 5] }]);

test('six annotators make fifteen pairs', () => {
  const pairs = pairsOf();
  expect(pairs).toHaveLength(15);
  expect(pairs.at(-1)?.pair).toEqual([4, 5]);
  expect(pairs.at(-1)?.documents[0]?.units.map(({ annotator }) => annotator)).toEqual([
    0, 0, 0, 1, 1, 1,
  ]);
});

test('the documents of two people are put together, whichever place each has in them', () => {
  const two = { length: 9, annotators: 2, units: [{ annotator: 0, begin: 0, end: 5, label: 0 }] };
  const pairs = annotatorPairs([
    { document: two, people: ['ada', 'ben'] },
    { document: { ...two, annotators: 3 }, people: ['ben', 'cleo', 'ada'] },
  ]);
  expect(pairs.map(({ pair, documents }) => [...pair, documents.length])).toEqual([
    ['ada', 'ben', 2],
    ['ben', 'cleo', 1],
    ['ada', 'cleo', 1],
  ]);
});

test('the mean is that of the pairs, with progress', async () => {
  const progress: number[] = [];
  const { mean, pairs } = await meanPairwiseGamma(pairsOf().slice(0, 3), {
    precision: null,
    samples: 5,
    onProgress: (done) => progress.push(done),
  });
  const values = pairs.map(({ gamma }) => gamma.value ?? NaN);
  expect(mean.value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 3, 12);
  expect(progress).toHaveLength(15);
  expect(progress.at(-1)).toBe(3);
});

test('without a pair, and without annotations, there is a reason', async () => {
  expect((await meanPairwiseGamma([])).mean.reason).toBe('there are no two annotators');
  const nothing = { length: 9, annotators: 2, units: [] };
  const empty = annotatorPairs([{ document: nothing, people: ['ada', 'ben'] }]);
  expect((await meanPairwiseGamma(empty)).mean.reason).toBe('nobody annotated anything');
});
