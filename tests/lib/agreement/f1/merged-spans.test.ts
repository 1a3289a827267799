import { expect, it } from '@jest/globals';
import { mergedSpans } from '@/lib/agreement/f1/merged-spans';

const spans = [
  { begin: 5, end: 9 },
  { begin: 0, end: 3 },
  { begin: 3, end: 4 },
  { begin: 6, end: 7 },
];

it('joins what overlaps, and what touches if asked', () => {
  expect(mergedSpans(spans)).toEqual([
    { begin: 0, end: 3 },
    { begin: 3, end: 4 },
    { begin: 5, end: 9 },
  ]);
  expect(mergedSpans(spans, 'joined')).toEqual([
    { begin: 0, end: 4 },
    { begin: 5, end: 9 },
  ]);
  expect(spans[1]).toEqual({ begin: 0, end: 3 });
});
