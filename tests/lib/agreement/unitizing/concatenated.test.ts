import { expect, test } from '@jest/globals';
import { concatenated } from '@/lib/agreement/unitizing/concatenated';

const first = { length: 10, annotators: 2, units: [{ annotator: 0, begin: 8, end: 10, label: 1 }] };
const second = { length: 5, annotators: 2, units: [{ annotator: 1, begin: 0, end: 3, label: 0 }] };

test('documents are laid one behind another', () => {
  expect(concatenated([first, second])).toEqual({
    length: 15,
    annotators: 2,
    units: [
      { annotator: 0, begin: 8, end: 10, label: 1 },
      { annotator: 1, begin: 10, end: 13, label: 0 },
    ],
  });
});

test('documents of other annotators are refused, and none at all', () => {
  expect(() => concatenated([first, { ...second, annotators: 3 }])).toThrow(RangeError);
  expect(() => concatenated([])).toThrow(RangeError);
});
