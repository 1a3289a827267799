import { expect, it } from '@jest/globals';
import { byLabel, labelPairs, mergedSpans } from '@/lib/agreement/f1/annotated-span';

const a = [
  { begin: 0, end: 2, label: 'x' },
  { begin: 3, end: 3, label: 'x' },
  { begin: 4, end: 5, label: 'y' },
];
const b = [{ begin: 0, end: 1, label: 'z' }];

it('groups spans by label, or not, and drops empty ones', () => {
  expect([...byLabel(a, 'by label').keys()]).toEqual(['x', 'y']);
  expect(byLabel(a, 'any label').get(undefined)).toHaveLength(2);
});

it('pairs the labels of both sides', () => {
  expect([...labelPairs(a, b, 'by label')].map((pair) => pair.map((side) => side.length))).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
  ]);
  expect([...labelPairs([], [], 'any label')]).toEqual([]);
});

const spans = [
  { begin: 5, end: 9 },
  { begin: 0, end: 3 },
  { begin: 3, end: 4 },
  { begin: 6, end: 7 },
];

it('merges overlapping spans, and touching ones if requested', () => {
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
