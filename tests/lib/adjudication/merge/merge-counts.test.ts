import { expect, test } from '@jest/globals';
import { addCounts, mergeCounts, noMergeCounts } from '@/lib/adjudication/merge/merge-counts';

test('counts of articles add up', () => {
  const one = { ...noMergeCounts, units: 3, open: 1, unanimous: 2 };
  expect(addCounts(one, { ...one, people: 4 })).toEqual({
    ...noMergeCounts,
    units: 6,
    open: 2,
    unanimous: 4,
    people: 4,
  });
  expect(mergeCounts.parse(addCounts(noMergeCounts, noMergeCounts))).toEqual(noMergeCounts);
});
