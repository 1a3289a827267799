import { expect, it } from '@jest/globals';
import { crowdAnswers } from '@/lib/agreement/calculator/crowd-answers';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

// Its figures are checked case by case in answer-case.test.ts.
const answer = (input: unknown, measure: string, params = {}) =>
  crowdAnswers(readReferenceCase({ schema: 1, id: 'one', input, gold: ['b', null] }), {
    measure,
    params,
  });

const coding = {
  kind: 'coding',
  raters: ['r', 's'],
  ratings: [
    ['a', 'b'],
    ['a', 'b'],
  ],
};
const nobody = { value: null, reason: 'nobody said anything' };

it('says how often the gold answer was found, where there is one', () => {
  expect(answer(coding, 'mace', { init: 'uniform' })).toMatchObject({
    value: { labels: ['a', 'b'], accuracyAgainstGold: 0 },
  });
});

it('has nothing to say of silence', () => {
  expect(answer({ ...coding, ratings: [[null], [null]] }, 'mace')).toEqual(nobody);
  expect(answer({ kind: 'crowd', classes: [1, 2], items: [{}] }, 'dawid_skene')).toEqual(nobody);
  expect(answer({ kind: 'pairs' }, 'mace')).toBeNull();
  expect(answer(coding, 'dawid_skene')).toBeNull();
});
