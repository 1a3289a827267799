import { expect, test } from '@jest/globals';
import { tallyFields, tallyOf } from '@/lib/adjudication/tally/tally';
import { aReading } from '@/tests/builders/a-reading';

const tally = (mine: string[], settled: string[]) =>
  tallyOf(aReading('a', ...mine).marks, aReading('c', ...settled).marks, 100);

const told = (mine: string[], settled: string[]) =>
  Object.fromEntries(
    tally(mine, settled).labels.map(([label, fields]) => [
      label,
      Object.fromEntries(fields.map((value, at) => [tallyFields[at], value])),
    ]),
  );

test('counts characters, stretches and squares label by label', () => {
  expect(told(['x 0-10', 'x 20-30', 'y 0-4'], ['x 0-10', 'x 25-31'])).toEqual({
    x: {
      ofMine: 20,
      ofSettled: 16,
      ofBoth: 15,
      spansMine: 2,
      spansSettled: 2,
      spansSame: 1,
      metMine: 2,
      metSettled: 2,
      squares: 100 + 100 + 100 + 36,
    },
    y: {
      ofMine: 4,
      ofSettled: 0,
      ofBoth: 0,
      spansMine: 1,
      spansSettled: 0,
      spansSame: 0,
      metMine: 0,
      metSettled: 0,
      squares: 16,
    },
  });
});

test('a split mark is as many stretches; overlapping ones count their characters once', () => {
  expect(told(['x 0-5+8-10'], []).x).toMatchObject({ spansMine: 2, ofMine: 7, squares: 29 });
  expect(told(['x 0-6', 'x 4-10'], []).x).toMatchObject({ spansMine: 2, ofMine: 10, squares: 100 });
});

test('nothing on either side is no label', () => {
  expect(tally([], [])).toEqual({ length: 100, labels: [] });
});
