import { describe, expect, test } from '@jest/globals';
import { tallyFields, tallyOf, flattenTallies, sumTallies } from '@/lib/calibration/tally';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

describe('tally', () => {
  const tally = (mine: string[], consensus: string[]) =>
    tallyOf(
      aComparedLayer('a', ...mine).annotations,
      aComparedLayer('c', ...consensus).annotations,
      100,
    );

  const fieldsByLabel = (mine: string[], consensus: string[]) =>
    Object.fromEntries(
      tally(mine, consensus).labels.map(([label, fields]) => [
        label,
        Object.fromEntries(fields.map((value, at) => [tallyFields[at], value])),
      ]),
    );

  test('counts characters, stretches and squares label by label', () => {
    expect(fieldsByLabel(['x 0-10', 'x 20-30', 'y 0-4'], ['x 0-10', 'x 25-31'])).toEqual({
      x: {
        ofMine: 20,
        ofConsensus: 16,
        ofBoth: 15,
        spansMine: 2,
        spansConsensus: 2,
        spansSame: 1,
        overlappingMine: 2,
        overlappingConsensus: 2,
        squares: 100 + 100 + 100 + 36,
      },
      y: {
        ofMine: 4,
        ofConsensus: 0,
        ofBoth: 0,
        spansMine: 1,
        spansConsensus: 0,
        spansSame: 0,
        overlappingMine: 0,
        overlappingConsensus: 0,
        squares: 16,
      },
    });
  });

  test('a discontinuous annotation is as many spans; overlapping ones count their characters once', () => {
    expect(fieldsByLabel(['x 0-5+8-10'], []).x).toMatchObject({
      spansMine: 2,
      ofMine: 7,
      squares: 29,
    });
    expect(fieldsByLabel(['x 0-6', 'x 4-10'], []).x).toMatchObject({
      spansMine: 2,
      ofMine: 10,
      squares: 100,
    });
  });

  test('nothing on either side is no label', () => {
    expect(tally([], [])).toEqual({ length: 100, labels: [] });
  });
});

describe('tally sums', () => {
  const fields = (value: number) => tallyFields.map(() => value);
  const tallies = [
    { length: 10, labels: [['y', fields(1)]] as [string, number[]][] },
    { length: 20, labels: [] },
    {
      length: 30,
      labels: [
        ['x', fields(2)],
        ['y', fields(3)],
      ] as [string, number[]][],
    },
  ];

  const summed = (counts: Int32Array | null) => {
    const { labels, volume, values } = sumTallies(flattenTallies(tallies), counts);
    return { volume, ...Object.fromEntries(labels.map((label, at) => [label, values[at * 9]])) };
  };

  test('adds articles up, each as often as it is drawn', () => {
    expect(summed(null)).toEqual({ volume: 120, x: 2, y: 4 });
    expect(summed(Int32Array.of(2, 1, 0))).toEqual({ volume: 80, x: 0, y: 2 });
    expect(sumTallies(flattenTallies([]))).toMatchObject({ labels: [], volume: 0 });
  });
});
