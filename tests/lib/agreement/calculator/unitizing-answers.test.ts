import { expect, it } from '@jest/globals';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';
import { unitizingAnswers } from '@/lib/agreement/calculator/unitizing-answers';

// Its figures are checked case by case in answer-case.test.ts.
const unit = (annotator: string, begin: number, end: number, category: string) => ({
  annotator,
  begin,
  end,
  category,
});
const input = {
  kind: 'unitizing',
  begin: 100,
  length: 20,
  annotators: ['a', 'b'],
  units: [unit('a', 101, 105, 'x'), unit('b', 101, 105, 'x'), unit('b', 110, 115, 'y')],
};
const answer = (measure: string, params = {}, data: unknown = input) =>
  unitizingAnswers(readReferenceCase({ schema: 1, id: 'one', input: data }), { measure, params });

it('takes a text from where it begins, and one label alone if asked', () => {
  expect(answer('u_alpha', { onlyCategory: 'x' })).toEqual({ value: 1 });
  expect(answer('alpha_u_1995', { category: 'x' })).toEqual({ value: 1 });
  expect(answer('ku_coverage', { category: 'x' })).toEqual({ value: 1 });
});

it('says so of a label that nobody used, and leaves other data to others', () => {
  expect(answer('ku_alpha', { category: 'z' })).toMatchObject({ value: null });
  expect(answer('alpha_u_1995', { category: 'z' })).toMatchObject({ value: null });
  expect(answer('ku_alpha')).toMatchObject({ value: null });
  expect(answer('u_alpha', {}, { kind: 'pairs' })).toBeNull();
  expect(answer('wisdom')).toBeNull();
});
