import { expect, test } from '@jest/globals';
import { inCommon } from '@/lib/adjudication/decision/outcome';
import { aSource } from '@/tests/builders/sources';

const marks = (note: string, confidence: number | null) =>
  aSource('b', ['l 0-5'], { note, confidence }).marks;

test.each([
  ['the same', marks('So', 0.5), { note: 'So', confidence: 0.5 }],
  ['not the same', marks('No', null), { note: '', confidence: null }],
])('what is %s', (_, others, common) => {
  const all = [...marks('So', 0.5), ...others.map((mark) => ({ ...mark, id: 'a7' }))];
  expect(inCommon(all)).toEqual({ ...common, codebookVersion: 1, from: ['a7', 'b1'] });
});

test('nobody has nothing in common', () => {
  expect(inCommon([])).toEqual({ note: '', confidence: null, codebookVersion: 0, from: [] });
});
