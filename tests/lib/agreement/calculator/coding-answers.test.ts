import { describe, expect, it } from '@jest/globals';
import { codingAnswers, crowdAnswers } from '@/lib/agreement/calculator/coding-answers';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

describe('coding answers', () => {
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
});

describe('crowd answers', () => {
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
  const nobody = { value: null, reason: 'there are no votes' };

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
});
