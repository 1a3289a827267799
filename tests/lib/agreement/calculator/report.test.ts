import { expect, it } from '@jest/globals';
import { known, unknown } from '@/lib/agreement/figure';
import type { Report } from '@/lib/agreement/calculator/report';
import {
  counted,
  pairMatrix,
  prevalenceOf,
  formatFigure,
  reportLines,
  reportText,
} from '@/lib/agreement/calculator/report';

it('counts in words', () => {
  expect([counted(1, 'item'), counted(0, 'item'), counted(12_000, 'item')]).toEqual([
    '1 item',
    '0 items',
    '12,000 items',
  ]);
});

it('lays every two in a matrix, the same both ways round', () => {
  const { figures } = pairMatrix('m', 'M', ['a', 'b', 'c'], (one, other) =>
    known(10 * one + other),
  );
  expect(figures.map((row) => row.map((figure) => figure?.value ?? null))).toEqual([
    [null, 1, 2],
    [1, null, 12],
    [2, 12, null],
  ]);
});

it('shares out what was given, the most frequent first', () => {
  expect(prevalenceOf(['a', 'b'], [1, 3])).toEqual([
    { value: 'b', count: 3, share: 0.75 },
    { value: 'a', count: 1, share: 0.25 },
  ]);
  expect(prevalenceOf(['a'], [0])[0]?.share).toBe(0);
});

const interval = { low: 0.1, high: 0.9, mean: 0.5, replicates: 999, undefinedReplicates: 1 };
const report: Report = {
  kind: 'coding',
  summary: 'Two coders.',
  coders: ['Ann', 'Bob'],
  notes: ['Read as it is.'],
  entries: [
    {
      measure: 'm',
      params: { level: 'nominal' },
      title: 'M',
      answers: 'Is it?',
      figure: known(-0.5),
      interval,
      n: 12,
      of: 'item',
    },
    {
      measure: 'u',
      params: {},
      title: 'Undefined',
      answers: 'Is it?',
      figure: unknown('one value'),
      interval: null,
      intervalReason: 'too few',
      n: 1,
      of: 'item',
    },
  ],
  pairs: [
    {
      measure: 'm',
      title: 'Each two',
      names: ['Ann', 'Bob'],
      figures: [
        [null, known(1)],
        [unknown('no'), null],
      ],
    },
  ],
  prevalence: [{ value: 'x', count: 3, share: 0.75 }],
  competence: [{ coder: 'Ann', items: 3, value: 0.5 }],
};

it('says a figure, or why it is not defined', () => {
  expect(formatFigure(known(-0.123_46))).toBe('−0.1235');
  expect(formatFigure(unknown('one value'))).toBe('not defined: one value');
});

it('is a table of plain text', () => {
  expect(reportText('a.csv', report).join('\n')).toBe(`a.csv
Two coders.
Note: Read as it is.

Figure     From      95 % interval     Value
M          12 items  [0.1000, 0.9000]  −0.5000
Undefined  1 item                      not defined: one value
No interval: too few.

Each two
     Ann  Bob
Ann  ·    1.0000
Bob  –    ·

Given  Times  Share
x      3      75.0 %

Coder  Items  Competence (MACE; doubtful below 50 items)
Ann    3      0.5000`);
});

it('is objects, a figure each', () => {
  expect(reportLines('a.csv', report)).toEqual([
    {
      id: 'a.csv',
      measure: 'm',
      params: { level: 'nominal' },
      value: -0.5,
      n: 12,
      of: 'item',
      coders: 2,
      interval: [0.1, 0.9],
      undefinedReplicates: 1,
    },
    {
      id: 'a.csv',
      measure: 'u',
      params: {},
      value: null,
      reason: 'one value',
      n: 1,
      of: 'item',
      coders: 2,
      interval: null,
      intervalReason: 'too few',
    },
    { id: 'a.csv', measure: 'm', params: { coders: ['Ann', 'Bob'] }, value: 1 },
    { id: 'a.csv', measure: 'prevalence', params: { value: 'x' }, value: 0.75, n: 3 },
    { id: 'a.csv', measure: 'mace_competence', params: { coder: 'Ann' }, value: 0.5, n: 3 },
  ]);
});
