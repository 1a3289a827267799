import { expect, it } from '@jest/globals';
import { spanAnswers } from '@/lib/agreement/calculator/span-answers';
import { readReferenceCase } from '@/lib/agreement/calculator/reference-case';

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
  [spans, 'f1_token', {}, { value: null, reason: 'a document comes without its tokens' }],
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
