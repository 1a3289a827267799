import { describe, expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import {
  addCoincidences,
  coincidencesOf,
  coincidencesOfRuns,
  sumCoincidences,
} from '@/lib/agreement/coding/coincidences';

const table = codingTable([
  ['a', 'b', null],
  ['a', 'a', 'b'],
  ['b', null, null],
]);

describe('coincidences', () => {
  it('are pairs within items over coders less one', () => {
    expect([...coincidencesOf(table).observed]).toEqual([1, 2, 2, 0]);
  });

  it('count a run as often as it is long', () => {
    const runs = [
      { codes: [0, 0, 1], weight: 1 },
      { codes: [1, 0, -1], weight: 4 },
      { codes: [-1, 1, -1], weight: 9 },
    ];
    expect([...coincidencesOfRuns(['a', 'b'], runs).observed]).toEqual([1, 5, 5, 0]);
  });

  it('add nothing for an item of one coder', () => {
    const observed = new Float64Array(4);
    addCoincidences(observed, [1, 0], 1, 100);
    expect([...observed]).toEqual([0, 0, 0, 0]);
  });

  it('sum by value, whatever its place', () => {
    const one = coincidencesOf(table);
    const other = coincidencesOf(
      codingTable([
        ['c', 'b'],
        ['b', 'b'],
      ]),
    );
    const { values, observed } = sumCoincidences([one, other]);
    expect(values).toEqual(['a', 'b', 'c']);
    expect([...observed]).toEqual([1, 2, 0, 2, 2, 1, 0, 1, 0]);
    expect(sumCoincidences([])).toEqual({ values: [], observed: new Float64Array(0) });
  });

  it('tell a number from the word for it, and sets by their labels', () => {
    const number = coincidencesOf(codingTable([[1], [1]]));
    const word = coincidencesOf(codingTable([['1'], ['1']]));
    expect(sumCoincidences([number, word]).values).toEqual([1, '1']);
    const sets = coincidencesOfRuns([['a', 'b'], []], [{ codes: [0, 1], weight: 1 }]);
    expect(sumCoincidences([sets, sets]).observed).toEqual(Float64Array.of(0, 2, 2, 0));
  });
});
