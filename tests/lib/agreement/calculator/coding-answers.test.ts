import { expect, it } from '@jest/globals';
import { codingAnswers } from '@/lib/agreement/calculator/coding-answers';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

// Its figures are checked case by case in answer-case.test.ts.
const answer = (input: unknown, measure: string, params = {}) =>
  codingAnswers(readReferenceCase({ schema: 1, id: 'one', input, gold: ['b', null] }), {
    measure,
    params,
  });

const sets = {
  kind: 'coding-sets',
  raters: ['r', 's'],
  ratings: [
    [['a'], []],
    [['a'], null],
  ],
};

it('takes sets and single values, and leaves other measures to others', () => {
  expect(answer(sets, 'krippendorff_alpha_sets')).toMatchObject({ value: null });
  expect(
    answer(
      {
        ...sets,
        kind: 'coding',
        ratings: [
          [1, 2],
          [1, 2],
        ],
      },
      'scott_pi',
    ),
  ).toEqual({ value: 1 });
  expect(answer(sets, 'scott_pi')).toBeNull();
  expect(answer({ kind: 'pairs' }, 'scott_pi')).toBeNull();
});
