import { expect, it } from '@jest/globals';
import { gammaAnswers } from '@/lib/agreement/calculator/gamma-answers';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

// Its figures are checked case by case in answer-case.test.ts.
const unit = (annotator: string, begin: number, end: number) => ({
  annotator,
  begin,
  end,
  category: 'x',
});
const two = {
  kind: 'continuum',
  annotators: ['a', 'b'],
  units: [unit('a', 5, 9), unit('b', 5, 9)],
};
const answer = (input: unknown, check: Record<string, unknown>) =>
  gammaAnswers(readReferenceCase({ schema: 1, id: 'one', input }), {
    measure: 'gamma_observed_disorder',
    params: {},
    ...check,
  });

it('takes the check’s own continuum before the case’s', async () => {
  expect(await answer(two, {})).toEqual({ value: 0 });
  const continuum = { ...two, units: [unit('a', 0, 5)] };
  expect(await answer(two, { params: { continuum } })).toEqual({ value: 2 });
});

it.each<[string, unknown, Record<string, unknown>]>([
  ['one annotator', { ...two, annotators: ['a'], units: [unit('a', 5, 9)] }, {}],
  ['no unit', { ...two, units: [] }, {}],
  ['only empty units', { ...two, units: [unit('a', 5, 5)] }, {}],
  ['γ of no unit', { ...two, units: [] }, { measure: 'gamma' }],
  ['no pair', { kind: 'pairs' }, { measure: 'gamma_positional_dissimilarity' }],
  [
    'an empty place',
    { kind: 'pairs' },
    {
      measure: 'gamma_positional_dissimilarity',
      inputPair: [
        [1, 1],
        [1, 2],
      ],
    },
  ],
])('of %s there is none, but a reason', async (_, input, check) => {
  expect(await answer(input, check)).toEqual({ value: null, reason: expect.any(String) });
});

it('refuses a parameter that has not its form, and leaves other data to others', async () => {
  await expect(async () => answer(two, { params: { continuum: 'none' } })).rejects.toThrow(
    '“continuum” is not of its form',
  );
  expect(answer(two, { measure: 'wisdom' })).toBeNull();
  expect(answer({ kind: 'pairs' }, {})).toBeNull();
});
