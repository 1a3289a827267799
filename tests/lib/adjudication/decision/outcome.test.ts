import { expect, test } from '@jest/globals';
import { inCommon } from '@/lib/adjudication/decision/outcome';
import { aSource } from '@/tests/builders/sources';

const annotations = (note: string, confidence: number | null) =>
  aSource('b', ['l 0-5'], { note, confidence }).annotations;

test.each([
  ['the same', annotations('So', 0.5), { note: 'So', confidence: 0.5 }],
  ['not the same', annotations('No', null), { note: '', confidence: null }],
])('what is %s', (_, others, common) => {
  const all = [
    ...annotations('So', 0.5),
    ...others.map((annotation) => ({ ...annotation, id: 'a7' })),
  ];
  expect(inCommon(all)).toEqual({ ...common, codebookVersion: 1, from: ['a7', 'b1'] });
});

test('nobody has nothing in common', () => {
  expect(inCommon([])).toEqual({ note: '', confidence: null, codebookVersion: 0, from: [] });
});
