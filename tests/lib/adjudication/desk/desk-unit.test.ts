import { describe, expect, test } from '@jest/globals';
import { deskDecisionOf, deskUnitOf } from '@/lib/adjudication/desk/desk-unit';
import { placeDecisions } from '@/lib/adjudication/unit/placed-decisions';
import { settlingUnits } from '@/lib/adjudication/unit/settling-unit';
import { positionIndex } from '@/lib/article/code-points';
import { aDecisionOn } from '@/tests/builders/a-kept-decision';
import { aSource, onlyUnit } from '@/tests/builders/sources';

const text = '😀 The failed gamble.';
const index = positionIndex(text, 'code-point');
const readings = [
  aSource('a', ['l 7-13'], { version: 2 }),
  aSource('b', ['l 7-13']),
  aSource('c', ['l 7-20']),
  aSource('d', []),
];
const consensus = {
  version: 5,
  label: 'l',
  segments: [{ start: 7, end: 13 }],
  attributes: {},
  note: '',
  confidence: null,
};
const standing = new Map([['C', consensus]]);
const decision = aDecisionOn(readings, {
  outcome: [
    { annotationId: 'C', version: 4, label: 'l', from: [] },
    { annotationId: 'gone', version: 1, label: 'l', from: [] },
  ],
});
const [placed = { unit: onlyUnit(readings), state: 'open' as const, decisions: [] }] =
  placeDecisions(settlingUnits(readings), [decision]).placed;
const telling = { index, text, anonymous: false, standing };

describe('a unit', () => {
  test('is told in the unit that is asked for, with whose each version is', () => {
    expect(deskUnitOf(placed, telling)).toMatchObject({
      start: 6,
      end: 19,
      quote: 'failed gamble',
      kinds: ['missing', 'boundary'],
      state: 'person',
      silent: 1,
      silentLayers: ['d'],
      versions: [
        {
          holders: [
            { layerId: 'a', marks: [{ annotationId: 'a1', version: 2 }] },
            { layerId: 'b', marks: [{ segments: [{ start: 6, end: 12 }] }] },
          ],
        },
        { holders: [{ layerId: 'c' }] },
      ],
    });
  });

  test('where names are kept back, names none, and its order says nothing', () => {
    const told = deskUnitOf(placed, { ...telling, anonymous: true });
    expect(told.silentLayers).toEqual([]);
    expect(told.silent).toBe(1);
    const holders = told.versions.flatMap((version) => version.holders);
    expect(holders.map(({ layerId }) => layerId)).toEqual([null, null, null]);
    const orders = new Set<string>();
    for (let at = 0; at < 20; at++) {
      const other = { ...placed, unit: { ...placed.unit, id: `unit ${at}` } };
      const { versions } = deskUnitOf(other, { ...telling, anonymous: true });
      orders.add(versions.map((version) => version.holders.length).join());
    }
    expect(orders.size).toBe(2);
  });
});

test('a decision is told with what the consensus has by it now', () => {
  expect(deskDecisionOf({ ...decision, rule: 'majority' }, telling)).toMatchObject({
    id: decision.id,
    start: 6,
    rule: 'majority',
    outcome: [{ annotationId: 'C', version: 5, segments: [{ start: 6, end: 12 }] }],
  });
  expect(deskDecisionOf(decision, telling)).toMatchObject({ rule: null });
});
