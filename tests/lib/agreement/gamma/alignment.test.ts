import { expect, test, describe } from '@jest/globals';
import {
  alignmentDisorder,
  unitaryDisorder,
  bestAlignment,
  maxAnnotators,
  maxCandidates,
} from '@/lib/agreement/gamma/alignment';
import type { Dissimilarity } from '@/lib/agreement/gamma/dissimilarity';
import { plainDissimilarity } from '@/lib/agreement/gamma/dissimilarity';
import fc from 'fast-check';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { CaseInput, Check } from '@/tests/builders/annotated-cases';
import { labelsIn, annotatedCases, markedDocument } from '@/tests/builders/annotated-cases';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

const unit = (annotator: number, begin: number, end: number, label = 0) => ({
  annotator,
  begin,
  end,
  label,
});

test.each([
  ['one unit beside nobody costs Δ∅, of two', [unit(0, 0, 10), null], 1],
  ['and of four', [null, unit(1, 0, 10), null, null], 1],
  ['two that are equal cost nothing', [unit(0, 0, 10), unit(1, 0, 10)], 0],
  [
    'two of three that are equal cost what the third misses',
    [unit(0, 0, 4), null, unit(2, 0, 4)],
    2 / 3,
  ],
  ['label and place add up', [unit(0, 0, 10), unit(1, 10, 20, 1)], 2],
])('%s', (_, aligned, expected) => {
  expect(unitaryDisorder(aligned, plainDissimilarity)).toBeCloseTo(expected, 12);
});

test('the disorder of an alignment is a sum, and the mean number of units beside it', () => {
  const alignment = [
    [unit(0, 0, 10), unit(1, 10, 20)],
    [unit(0, 40, 50), null],
  ];
  expect(alignmentDisorder(alignment, 2, plainDissimilarity)).toEqual({ sum: 2, mean: 1.5 });
  expect(alignmentDisorder([], 2, plainDissimilarity)).toEqual({ sum: 0, mean: 0 });
});

const checks = annotatedCases('gamma-').flatMap(({ id, input, checks: all }) =>
  all
    .filter(({ measure }) => measure === 'gamma_observed_disorder')
    .map((check, at) => [id, at, input, check] as const),
);

function asked({ params }: Check, given: CaseInput) {
  const input = (params.continuum as CaseInput | undefined) ?? given;
  const by: Dissimilarity = {
    positional: Number(params.alpha),
    categorical: Number(params.beta),
    empty: Number(params.deltaEmpty),
    labels: params.categoricalMatrix as number[][] | undefined,
  };
  const labels = (params.categories as string[] | undefined) ?? labelsIn(input);
  return { document: markedDocument(input, labels), by };
}

describe('the disorder of the best alignment in the reference cases', () => {
  test('is all there', () => expect(checks).toHaveLength(70));

  test.each(checks)('%s: %s', async (_id, _at, input, check) => {
    const { document, by } = asked(check, input);
    const alignment = await bestAlignment(document, by);
    const { sum, mean } = alignmentDisorder(alignment ?? [], document.annotators, by);
    expect(Math.abs(sum / mean - (check.expected ?? NaN))).toBeLessThanOrEqual(check.tolerance);
  });

  test('of equals has the most parts: 7 of Alex, Paul and Suzan, where some programs have 6', async () => {
    const [, , input, check] = checks.find(([id]) => id === 'alex-paul-suzan') ?? [];
    if (!input || !check) throw new Error('The case is missing.');
    const { document, by } = asked(check, input);
    expect(await bestAlignment(document, by)).toHaveLength(7);
  });
});

/** Least disorder and, of that, the most parts, every partition into unitary alignments being tried. */
function byBruteForce(
  { annotators, units }: AnnotatedDocument,
  by: Dissimilarity,
): [number, number] {
  const [first, ...rest] = units;
  if (first === undefined) return [0, 0];
  let [least, parts] = [Infinity, 0];
  const complete = (aligned: (Unit | null)[], left: Unit[], from: number) => {
    const [sum, count] = byBruteForce({ length: 0, annotators, units: left }, by);
    const all = sum + unitaryDisorder(aligned, by);
    if (all < least - 1e-9 || (all < least + 1e-9 && count + 1 > parts))
      [least, parts] = [Math.min(least, all), count + 1];
    for (let at = from; at < left.length; at++) {
      const unit = left[at];
      if (unit === undefined || aligned[unit.annotator] !== null) continue;
      complete(aligned.with(unit.annotator, unit), left.toSpliced(at, 1), at);
    }
  };
  const alone = Array.from({ length: annotators }, (): Unit | null => null);
  complete(alone.with(first.annotator, first), rest, 0);
  return [least, parts];
}

describe('the best alignment is that of brute force', () => {
  test.each([
    [2, 8],
    [3, 7],
    [4, 6],
    [5, 6],
  ])('of %i annotators', async (annotators, most) => {
    const some = someAnnotatedDocuments([annotators, annotators], 2, most);
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom(1, 3), async (document, positional) => {
        const by = { ...plainDissimilarity, positional };
        const units = document.units.filter(({ begin, end }) => begin < end);
        const alignment = (await bestAlignment(document, by)) ?? [];
        const [least, parts] = byBruteForce({ ...document, units }, by);
        expect(alignmentDisorder(alignment, annotators, by).sum).toBeCloseTo(least, 7);
        expect(alignment).toHaveLength(parts);
        expect(alignment.flat().filter((unit) => unit !== null)).toHaveLength(units.length);
      }),
      { numRuns: 60 },
    );
  });
});

test('the order of units does not matter, nor does that of annotators to the disorder', async () => {
  await fc.assert(
    fc.asyncProperty(someAnnotatedDocuments([2, 4], 3, 14), async (document) => {
      const best = await bestAlignment(document, plainDissimilarity);
      const back = { ...document, units: document.units.toReversed() };
      expect(await bestAlignment(back, plainDissimilarity)).toEqual(best);
      const { annotators } = document;
      const units = document.units.map((unit) => ({
        ...unit,
        annotator: annotators - 1 - unit.annotator,
      }));
      const turned = await bestAlignment({ ...document, units }, plainDissimilarity);
      expect(alignmentDisorder(turned ?? [], annotators, plainDissimilarity).sum).toBeCloseTo(
        alignmentDisorder(best ?? [], annotators, plainDissimilarity).sum,
        7,
      );
    }),
  );
});

test('more annotators or candidates than can be weighed are refused', async () => {
  const pile = (annotators: number, each: number) => ({
    length: 100,
    annotators,
    units: Array.from({ length: annotators * each }, (_, at) => ({
      annotator: at % annotators,
      begin: at,
      end: at + 50,
      label: 0,
    })),
  });
  expect(await bestAlignment(pile(maxAnnotators + 1, 1), plainDissimilarity)).toBeNull();
  expect(15 ** 5).toBeGreaterThan(maxCandidates);
  expect(await bestAlignment(pile(5, 15), plainDissimilarity)).toBeNull();
});
