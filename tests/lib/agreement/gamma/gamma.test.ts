import { expect, test, describe } from '@jest/globals';
import { gamma, samplers, samplesFor, variation } from '@/lib/agreement/gamma/gamma';
import fc from 'fast-check';
import { labelsIn, annotatedCases, markedDocument } from '@/tests/builders/annotated-cases';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

const units = [0, 1].flatMap((annotator) =>
  [0, 1, 2].map((at) => ({
    annotator,
    begin: 20 * at + 4 * annotator,
    end: 20 * at + 12,
    label: at,
  })),
);

test('each sampler gives a figure, of its own', async () => {
  const document = { length: 100, annotators: 2, units };
  const figures = await Promise.all(
    samplers.map((sampler) => gamma([document], { sampler, precision: null })),
  );
  const values = figures.map((figure) => figure.gamma.value);
  expect(new Set(values).size).toBe(samplers.length);
  expect(values).not.toContain(null);
});

test.each([
  [[2, 2, 2], 2, 0, 0],
  [[1, 3], 2, 0.5, 2401],
  [[0, 0], 0, 0, 0],
])('of %p', (disorders, mean, cv, samples) => {
  expect(variation(disorders)).toEqual({ mean, cv });
  // (0.5 · 1.96 / 0.02)² = 49².
  expect(samplesFor(disorders, 0.02)).toBe(samples);
});

const checks = annotatedCases('gamma-').flatMap(({ id, input, checks: all }) =>
  all.filter(({ measure }) => measure === 'gamma').map((check) => [id, input, check] as const),
);

describe('γ in the reference cases', () => {
  test('is all there', () => expect(checks).toHaveLength(7));

  test.each(checks)('%s', async (_, input, { params, expected, tolerance }) => {
    const figure = await gamma([markedDocument(input, labelsIn(input))], {
      dissimilarity: {
        positional: Number(params.alpha),
        categorical: Number(params.beta),
        empty: Number(params.deltaEmpty),
      },
      sampler: samplers.find((one) => one === params.sampler),
      samples: Number(params.samples ?? 30),
      precision: (params.precision as number | undefined) ?? null,
    });
    expect(Math.abs((figure.gamma.value ?? NaN) - (expected ?? NaN))).toBeLessThanOrEqual(
      tolerance,
    );
  });
});

const unit = { annotator: 0, begin: 0, end: 9, label: 0 };
const agreed = {
  length: 60,
  annotators: 2,
  units: [0, 1].flatMap((annotator) =>
    [0, 1].map((label) => ({ annotator, begin: 20 * label, end: 20 * label + 10, label })),
  ),
};

test('agreement without a flaw is 1, and its interval too', async () => {
  const figure = await gamma([agreed], { labels: 2 });
  expect(figure).toMatchObject({ gamma: { value: 1 }, interval: [1, 1], observed: 0 });
  expect(figure.gammaCat.value).toBe(1);
  expect(figure.gammaK.map(({ value }) => value)).toEqual([1, 1]);
});

test.each([
  ['no document', [], 'no document has two annotators'],
  [
    'one annotator',
    [{ length: 9, annotators: 1, units: [unit] }],
    'no document has two annotators',
  ],
  ['no annotation', [{ length: 9, annotators: 2, units: [] }], 'nobody annotated anything'],
  [
    'only empty units',
    [{ length: 9, annotators: 2, units: [{ ...unit, end: 0 }] }],
    'nobody annotated anything',
  ],
  [
    'six annotators',
    [{ length: 9, annotators: 6, units: [unit] }],
    'γ is exact for up to 5 annotators; take the mean γ of pairs of annotators',
  ],
])('with %s there is none, but a reason', async (_, documents, reason) => {
  const figure = await gamma(documents, { labels: 1 });
  for (const each of [figure.gamma, figure.gammaCat, ...figure.gammaK])
    expect(each).toEqual({ value: null, reason });
  expect(figure).toMatchObject({ interval: null, observed: null, samples: 0 });
});

test('γ is 1 at most, and the same from the same seed; documents’ order hardly matters', async () => {
  await fc.assert(
    fc.asyncProperty(
      someAnnotatedDocuments([2, 3], 2),
      someAnnotatedDocuments([2, 3], 2),
      fc.nat(),
      async (one, other, seed) => {
        const choice = { seed, samples: 12, precision: null, sampler: 'shuffle' } as const;
        const figure = await gamma([one, other], choice);
        expect(await gamma([one, other], choice)).toEqual(figure);
        const back = await gamma([other, one], choice);
        if (figure.observed === null) expect(back.observed).toBeNull();
        else expect(back.observed).toBeCloseTo(figure.observed, 9);
        const { value } = figure.gamma;
        if (value !== null) expect(value).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 40 },
  );
});

test('names of labels do not matter', async () => {
  await fc.assert(
    fc.asyncProperty(someAnnotatedDocuments([2, 3], 3), async (document) => {
      const units = document.units.map((one) => ({ ...one, label: (one.label + 1) % 3 }));
      const choice = { samples: 4, precision: null };
      const one = await gamma([document], choice);
      const other = await gamma([{ ...document, units }], choice);
      expect(other.observed).toEqual(one.observed);
      if (one.expected !== null) expect(other.expected).toBeCloseTo(one.expected, 9);
    }),
    { numRuns: 40 },
  );
});

describe('sampling', () => {
  const parted = {
    ...agreed,
    units: agreed.units.map((one) => ({ ...one, end: one.end + 3 * one.annotator })),
  };

  test('goes on until the precision is reached, telling so', async () => {
    const progress: [number, number][] = [];
    const figure = await gamma([parted], {
      precision: 0.05,
      onProgress: (done, of) => progress.push([done, of]),
    });
    expect(progress[0]).toEqual([1, 30]);
    expect(progress.at(-1)).toEqual([figure.samples, figure.samples]);
    expect(figure.samples).toBeGreaterThan(30);
    expect(figure.precision).toBeLessThan(0.06);
    const [low, high] = figure.interval ?? [];
    expect(low).toBeLessThan(figure.gamma.value ?? NaN);
    expect(high).toBeGreaterThan(figure.gamma.value ?? NaN);
  });

  test('ends when it is called off', async () => {
    const calling = new AbortController();
    const figure = gamma([parted], {
      signal: calling.signal,
      onProgress: (done) => done === 3 && calling.abort(new Error('called off')),
    });
    await expect(figure).rejects.toThrow('called off');
  });
});
