import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labelItems, labelRuns } from '@/lib/agreement/unitizing/label-runs';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

const times = <T>(length: number, value: T): T[] => Array.from({ length }, () => value);

test('runs are the characters one by one', () => {
  fc.assert(
    fc.property(someAnnotatedDocuments([2, 4], 3), (document) => {
      const { length, annotators, units } = document;
      const plain = Array.from({ length }, (_, place) =>
        Array.from({ length: annotators }, (_none, annotator) => {
          const labels = units
            .filter((unit) => unit.annotator === annotator)
            .filter(({ begin, end }) => begin <= place && place < end)
            .map(({ label }) => `${label}`);
          return [...new Set(labels)].toSorted();
        }),
      );
      const runs = labelRuns(document);
      expect(runs.flatMap(({ sets, weight }) => times(weight, sets))).toEqual(plain);
      const characters = plain.map((_none, place) => [place, place + 1] as const);
      const items = labelItems(document, characters);
      const byWords = (sets: unknown) => JSON.stringify(sets);
      const flat = items.flatMap(({ sets, weight }) => times(weight, byWords(sets)));
      expect(flat.toSorted()).toEqual(plain.map(byWords).toSorted());
    }),
  );
});

const units = [
  { annotator: 0, begin: 4, end: 9, label: 1 },
  { annotator: 0, begin: 5, end: 6, label: 0 },
  { annotator: 1, begin: 9, end: 9, label: 0 },
  { annotator: 1, begin: 10, end: 30, label: 0 },
];

test.each<[string, [number, number][], [string[][], number][]]>([
  ['no stretch gives no item', [], []],
  [
    'a unit reaches into what it does not fill',
    [
      [0, 5],
      [6, 9],
    ],
    [
      [[['1'], []], 1],
      [[['1'], []], 1],
    ],
  ],
  [
    'adjacent units do not overlap an item, and items without units are merged',
    [
      [0, 2],
      [2, 4],
      [4, 9],
      [9, 10],
      [12, 40],
    ],
    [
      [[['0', '1'], []], 1],
      [[[], ['0']], 1],
      [[[], []], 3],
    ],
  ],
])('of stretches: %s', (_, stretches, expected) => {
  const items = labelItems({ length: 40, annotators: 2, units }, stretches);
  expect(items.map(({ sets, weight }) => [sets, weight])).toEqual(expected);
});
