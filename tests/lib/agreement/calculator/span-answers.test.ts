import { describe, expect, it } from '@jest/globals';
import { spanAnswers, unitizingAnswers } from '@/lib/agreement/calculator/span-answers';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

describe('span answers', () => {
  // Its figures are checked case by case in answer-case.test.ts.
  const answer = (input: unknown, measure: string, params = {}) =>
    spanAnswers(readReferenceCase({ schema: 1, id: 'one', input, gold: ['b', null] }), {
      measure,
      params,
    });

  const document = { a: [{ begin: 0, end: 4, label: 'x' }], b: [{ begin: 0, end: 2, label: 'y' }] };
  const spans = { kind: 'spans', documents: [document] };
  const table = { a: 1, b: 0, c: 0, d: 1 };

  it.each<[unknown, string, object, unknown]>([
    [spans, 'f1_char', {}, { value: { precision: 0.5, recall: 1, f1: 2 / 3 } }],
    [spans, 'f1_char', { labels: true }, { value: { precision: 0, recall: 0, f1: 0 } }],
    [spans, 'f1_token', {}, { value: null, reason: 'a document has no tokens' }],
    [
      spans,
      'semeval_si',
      { merge: false },
      { value: null, reason: 'without merging, a share of a span could exceed 1' },
    ],
    [spans, 'wisdom', {}, null],
    [{ kind: '2x2', tables: [table] }, 'cohen_kappa_2x2', {}, { value: 1 }],
    [
      { kind: '2x2', tables: [table] },
      'cohen_kappa_2x2',
      { table: 7 },
      { value: null, reason: 'there is no such table' },
    ],
    [{ kind: '2x2', tables: [table] }, 'wisdom', {}, null],
    [
      { kind: 'bootstrap', documents: [{ tp: 1, fp: 0, fn: 0 }], resamples: [] },
      'bootstrap_percentile_ci',
      {},
      { value: null, reason: 'the figure is defined in no replicate of the bootstrap' },
    ],
    [{ kind: 'pairs' }, 'f1_char', {}, null],
  ])('%j, %s %j', (input, measure, params, expected) => {
    expect(answer(input, measure, params)).toEqual(expected);
  });
});

describe('unitizing answers', () => {
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

  it('takes a text from its begin, and one label alone if requested', () => {
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
});
