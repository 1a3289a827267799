import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { characterCounts, inTokens, tokenCounts } from '@/lib/agreement/f1/character-counts';
import type { Labelling, AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import {
  f1Of,
  sumCounts,
  exactCounts,
  overlapCounts,
  partialCounts,
} from '@/lib/agreement/f1/span-counts';
import { spans } from '../../../builders/spans';

it.each<[string, string, Labelling, number, number, number]>([
  ['0-5 x', '3-9 x', 'by label', 2, 5, 6],
  ['0-5 x', '3-9 y', 'by label', 0, 5, 6],
  ['0-5 x, 0-5 y', '3-9 y', 'by label', 2, 10, 6],
  ['0-5 x, 0-5 y', '3-9 y', 'any label', 2, 5, 6],
  ['0-5, 4-8, 10-12', '1-2, 7-11', 'any label', 3, 10, 5],
])('%s against %s, %s', (a, b, labelling, found, ofA, ofB) => {
  const counts = { foundA: found, ofA, foundB: found, ofB };
  expect(characterCounts(spans(a), spans(b), labelling)).toEqual(counts);
});

const side = fc.array(
  fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.constantFrom('x', 'y', 'z'))
    .map(([begin, length, label]): AnnotatedSpan => ({ begin, end: begin + length, label })),
  { maxLength: 8 },
);
const labelling = fc.constantFrom<Labelling>('by label', 'any label');
const measures = { characterCounts, exactCounts, overlapCounts, partialCounts };

describe.each(Object.entries(measures))('%s', (name, measure) => {
  it('is symmetric: the precision of A is the recall of B', () => {
    fc.assert(
      fc.property(side, side, labelling, (a, b, by) => {
        const [one, other] = [f1Of(measure(a, b, by)), f1Of(measure(b, a, by))];
        expect(one.precision).toBeCloseTo(other.recall, 12);
        expect(one.f1).toBeCloseTo(other.f1, 12);
        expect(one.f1).toBeGreaterThanOrEqual(0);
        expect(one.f1).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('adds up over labels, does not look at their names or at order, and is 1 with oneself', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const whole = measure(a, b, 'by label');
        const only = (spansOf: AnnotatedSpan[], label: string) =>
          spansOf.filter((span) => span.label === label);
        const parts = ['x', 'y', 'z'].map((label) =>
          measure(only(a, label), only(b, label), 'any label'),
        );
        const sum = sumCounts(parts);
        for (const key of ['foundA', 'ofA', 'foundB', 'ofB'] as const)
          expect(sum[key]).toBeCloseTo(whole[key], 9);
        const renamed = (spansOf: AnnotatedSpan[]) =>
          spansOf.toReversed().map((span) => ({ ...span, label: `${name} ${span.label}` }));
        expect(measure(renamed(a), renamed(b), 'by label').foundA).toBeCloseTo(whole.foundA, 9);
        expect(f1Of(measure(a, a, 'by label')).f1).toBeCloseTo(1, 12);
      }),
    );
  });
});

const tokens = [
  [0, 4],
  [5, 10],
  [11, 14],
] as const;

it.each<[string, number[][]]>([
  ['0-4', [[0, 1]]],
  ['3-6', [[0, 2]]],
  ['4-5', []],
  ['10-12', [[2, 3]]],
  ['0-99', [[0, 3]]],
  ['6-6', []],
])('%s in tokens', (text, expected) => {
  expect(inTokens(spans(text), tokens).map(({ begin, end }) => [begin, end])).toEqual(expected);
});

it('counts a token that a span overlaps in part, once for each label', () => {
  const counts = tokenCounts(spans('2-6 x, 2-3 x, 12-13 y'), spans('0-1 x'), tokens, 'by label');
  expect(counts).toEqual({ foundA: 1, ofA: 3, foundB: 1, ofB: 1 });
});
