import { expect, test, describe } from '@jest/globals';
import { adjudicationUnits } from '@/lib/adjudication/unit/adjudication-unit';
import { placeDecisions } from '@/lib/adjudication/unit/placed-decisions';
import {
  workspaceDecisionOf,
  workspaceUnitOf,
  shuffled,
} from '@/lib/adjudication/workspace/workspace-unit';
import { positionIndex } from '@/lib/article/code-points';
import { aDecisionOn } from '@/tests/builders/a-stored-decision';
import { aSource, onlyUnit } from '@/tests/builders/sources';

describe('shuffled', () => {
  const five = [1, 2, 3, 4, 5];

  test('the same key gives the same order, and nothing is lost', () => {
    const order = shuffled(five, 'one');
    expect(shuffled(five, 'one')).toEqual(order);
    expect(order.toSorted((one, other) => one - other)).toEqual(five);
    expect(five).toEqual([1, 2, 3, 4, 5]);
  });

  test('every thing comes first about as often as any other', () => {
    const firsts = new Map<number, number>();
    for (let at = 0; at < 1000; at++) {
      const [first = 0] = shuffled(five, `unit ${at}`);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const count of firsts.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
    expect(firsts.size).toBe(5);
  });
});

describe('workspace unit', () => {
  const text = '😀 The failed gamble.';
  const index = positionIndex(text, 'code-point');
  const layers = [
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
  const consensusAnnotations = new Map([['C', consensus]]);
  const decision = aDecisionOn(layers, {
    outcome: [
      { annotationId: 'C', version: 4, label: 'l', from: [] },
      { annotationId: 'gone', version: 1, label: 'l', from: [] },
    ],
  });
  const [placed = { unit: onlyUnit(layers), state: 'open' as const, decisions: [] }] =
    placeDecisions(adjudicationUnits(layers), [decision]).placed;
  const options = { index, text, anonymous: false, consensusAnnotations };

  describe('a unit', () => {
    test('is given in the requested offset unit, with the holders of each version', () => {
      expect(workspaceUnitOf(placed, options)).toMatchObject({
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
              { layerId: 'a', annotations: [{ annotationId: 'a1', version: 2 }] },
              { layerId: 'b', annotations: [{ segments: [{ start: 6, end: 12 }] }] },
            ],
          },
          { holders: [{ layerId: 'c' }] },
        ],
      });
    });

    test('in an anonymous project has no names, and an order that reveals nothing', () => {
      const view = workspaceUnitOf(placed, { ...options, anonymous: true });
      expect(view.silentLayers).toEqual([]);
      expect(view.silent).toBe(1);
      const holders = view.versions.flatMap((version) => version.holders);
      expect(holders.map(({ layerId }) => layerId)).toEqual([null, null, null]);
      const orders = new Set<string>();
      for (let at = 0; at < 20; at++) {
        const other = { ...placed, unit: { ...placed.unit, id: `unit ${at}` } };
        const { versions } = workspaceUnitOf(other, { ...options, anonymous: true });
        orders.add(versions.map((version) => version.holders.length).join());
      }
      expect(orders.size).toBe(2);
    });
  });

  test('a decision comes with its annotations in the consensus', () => {
    expect(workspaceDecisionOf({ ...decision, rule: 'majority' }, options)).toMatchObject({
      id: decision.id,
      start: 6,
      rule: 'majority',
      outcome: [{ annotationId: 'C', version: 5, segments: [{ start: 6, end: 12 }] }],
    });
    expect(workspaceDecisionOf(decision, options)).toMatchObject({ rule: null });
  });
});
