import { expect, test } from '@jest/globals';
import { tallyFields } from '@/lib/calibration/tally';
import { layTallies, sumTallies } from '@/lib/calibration/tally-sums';

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
  const { labels, volume, values } = sumTallies(layTallies(tallies), counts);
  return { volume, ...Object.fromEntries(labels.map((label, at) => [label, values[at * 9]])) };
};

test('adds articles up, each as often as it is drawn', () => {
  expect(summed(null)).toEqual({ volume: 120, x: 2, y: 4 });
  expect(summed(Int32Array.of(2, 1, 0))).toEqual({ volume: 80, x: 0, y: 2 });
  expect(sumTallies(layTallies([]))).toMatchObject({ labels: [], volume: 0 });
});
