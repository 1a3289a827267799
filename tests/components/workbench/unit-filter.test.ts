import { beforeAll, describe, expect, test } from '@jest/globals';
import { defaultComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import type { Compared } from '@/components/workbench/comparing';
import { compare } from '@/components/workbench/comparing';
import {
  countLabels,
  countPairs,
  listedUnits,
  unitAt,
  unitBeside,
  unitOver,
} from '@/components/workbench/unit-filter';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

let compared: Compared;

beforeAll(async () => {
  compared = await compare(
    [
      aComparedLayer('a', 'x 0-10', 'x 20-30', 'y 40-50', 'x 60-90'),
      aComparedLayer('b', 'x 0-10', 'x 20-28', 'x 40-50', 'y 70-75'),
      aComparedLayer('c', 'x 0-10', 'x 20-30', 'y 40-50', 'x 100-110'),
    ],
    () => Promise.resolve(),
  );
});

describe('the list', () => {
  const cases: [string, Partial<ComparisonPageQuery>, number[]][] = [
    ['has every unit', {}, [0, 20, 40, 60, 100]],
    ['of one kind', { kind: 'boundary' }, [20]],
    ['of those where all agree', { kind: 'same' }, [0]],
    ['of one label', { label: 'y' }, [40, 60]],
    ['without units that have only a hidden label', { hide: ['x'] }, [40, 60]],
    ['where two disagree', { pair: ['a', 'c'] }, [60, 100]],
    ['where one of two is not compared', { pair: ['a', 'z'] }, []],
    ['of a cell', { cell: { row: 'x', column: 'y' } }, [40, 60]],
    ['of a cell of nobody', { cell: { row: 'x', column: null } }, [60, 100]],
    ['of a cell that is empty', { cell: { row: 'z', column: null } }, []],
    ['by how many disagree, then by position', { order: 'pairs' }, [60, 20, 40, 100, 0]],
  ];
  test.each(cases)('%s', (_, change, starts) => {
    const { units } = listedUnits(compared, { ...defaultComparisonPageQuery, ...change });
    expect(units.map(({ start }) => start)).toEqual(starts);
  });

  test('counts kinds of what the other filters leave', () => {
    expect(
      listedUnits(compared, { ...defaultComparisonPageQuery, kind: 'label', pair: ['a', 'c'] })
        .counts,
    ).toEqual({
      same: 0,
      missing: 2,
      boundary: 0,
      label: 0,
      nesting: 1,
      fragmentation: 0,
    });
  });

  test('counts labels and pairs', () => {
    expect([...countLabels(compared.units)]).toEqual([
      ['x', 5],
      ['y', 2],
    ]);
    expect(countPairs(compared.units, 3)).toEqual([
      { first: 0, second: 1, count: 3 },
      { first: 0, second: 2, count: 2 },
      { first: 1, second: 2, count: 4 },
    ]);
  });
});

describe('the unit beside', () => {
  const idAt = (start: number) => compared.units.find((unit) => unit.start === start)?.id ?? null;
  const cases: ['next' | 'previous', number | null, number, number | null][] = [
    ['next', 20, 0, 40],
    ['previous', 20, 0, 0],
    ['next', 100, 0, null],
    ['previous', 0, 0, null],
    ['next', null, 35, 40],
    ['previous', null, 35, 20],
    ['next', null, 500, 0],
    ['previous', null, 0, 100],
  ];
  test.each(cases)('%s of %s, from %s, is %s', (to, from, position, start) => {
    const chosen = from === null ? null : idAt(from);
    const found = unitBeside(compared.units, to, chosen, () => position);
    expect(found?.start ?? null).toBe(start);
  });
});

test('a position leads to the shortest unit there, then to the next', () => {
  const [long, short] = [aComparedLayer('a', 'x 0-40'), aComparedLayer('b', 'y 10-20', 'x 0-40')];
  return compare([long, short], () => Promise.resolve()).then(({ units }) => {
    const first = unitAt(units, 15, null);
    expect(first?.start).toBe(10);
    const second = unitAt(units, 15, first?.id ?? null);
    expect(second?.start).toBe(0);
    expect(unitAt(units, 15, second?.id ?? null)).toBe(first);
    expect(unitAt(units, 30, null)).toBe(second);
    expect(unitAt(units, 99, null)).toBeNull();
  });
});

test.each<[number | null, number | null, number | null]>([
  [20, 30, 20],
  [8, 24, 20],
  [95, 200, 100],
  [30, 40, null],
  [null, 40, null],
])('the unit that overlaps %p to %p most begins at %p', (start, end, found) => {
  expect(unitOver(compared.units, start, end)?.start ?? null).toBe(found);
});
