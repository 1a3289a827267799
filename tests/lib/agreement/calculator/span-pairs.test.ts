import { tableRows } from '@/lib/agreement/calculator/file-text';
import { expect, it } from '@jest/globals';
import { readSpanRows } from '@/lib/agreement/calculator/span-data';
import { meanPairF1, pairCounts, pairF1 } from '@/lib/agreement/calculator/span-pairs';

const data = readSpanRows(
  tableRows(
    `document,annotator,start,end,label
d,a,0,4,x
d,b,0,4,x
d,b,6,8,x
e,c,0,4,x
e,b,0,4,y
f,c,1,2,x
g,silent,,,
g,quiet,,,`,
  ),
);
const counts = pairCounts(data, 'f1_exact');

it('compares annotators with a document in common', () => {
  expect(counts.map(({ document, one, other }) => [document, one, other])).toEqual([
    [0, 0, 1],
    [1, 2, 1],
    [3, 3, 4],
  ]);
  expect(pairF1(counts, 1, 0).value).toBeCloseTo(2 / 3, 12);
  expect(pairF1(counts, 0, 2).reason).toBe('the two have no document in common');
  expect(pairF1(counts, 3, 4).reason).toBe('neither of the two annotated anything');
});

it('takes the mean over pairs, each document as often as it is drawn', () => {
  expect(meanPairF1(counts).value).toBeCloseTo((2 / 3 + 0) / 2, 12);
  expect(meanPairF1(counts, [5, 0, 1, 0]).value).toBeCloseTo(2 / 3, 12);
  expect(meanPairF1(counts, [0, 0, 1, 0]).reason).toBe(
    'no two annotators have a document in common',
  );
  expect(meanPairF1(counts, [0, 0, 0, 1]).reason).toBe('nobody annotated anything');
});
