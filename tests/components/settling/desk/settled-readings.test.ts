import { describe, expect, test } from '@jest/globals';
import { placesOf } from '@/components/settling/desk/place';
import { consensusOf, readingsOf, versionsOf } from '@/components/settling/desk/settled-readings';
import { heatOf } from '@/lib/agreement/comparison/heat';
import { aDeskDecision, aDeskUnit, aSettlingDesk } from '@/tests/builders/a-settling-desk';

const desk = aSettlingDesk(
  [
    aDeskUnit(
      [
        ['a,b', 'x 0-10'],
        ['c', 'x 0-12'],
      ],
      { decisions: [aDeskDecision('D', ['x 0-10'])] },
    ),
    aDeskUnit([['c', 'y 20-30']]),
  ],
  { elsewhere: [aDeskDecision('E', ['z 40-50'])] },
);
const anonymous = aSettlingDesk(
  desk.units.map((unit) => ({
    ...unit,
    versions: unit.versions.map(({ holders }) => ({
      holders: holders.map(({ marks }) => ({ layerId: null, marks })),
    })),
  })),
  { layers: [] },
);

const told = (readings: ReturnType<typeof readingsOf>) =>
  readings.map(({ layerId, marks }) => [layerId, marks.map(({ id }) => id)]);

describe('readings', () => {
  test('have each layer’s own marks', () => {
    expect(told(readingsOf(desk))).toEqual([
      ['a', ['a x 0-10']],
      ['b', ['b x 0-10']],
      ['c', ['c x 0-12', 'c y 20-30']],
    ]);
  });

  test('that are anonymous give the same heat', () => {
    expect(heatOf(readingsOf(anonymous))).toEqual(heatOf(readingsOf(desk)));
  });

  test('the consensus has what was decided, also without readings', () => {
    expect(consensusOf(placesOf(desk, '')).marks.map(({ id }) => id)).toEqual([
      'D x 0-10',
      'E z 40-50',
    ]);
  });

  test('the versions of a place have as many rows at every place', () => {
    const [first = null] = placesOf(anonymous, '');
    expect(told(versionsOf(first, 3)).map(([, ids]) => ids)).toEqual([
      ['a x 0-10'],
      ['c x 0-12'],
      [],
    ]);
    expect(versionsOf(null, 3)).toHaveLength(3);
  });
});
