import { describe, expect, test } from '@jest/globals';
import type { Decision } from '@/lib/adjudication/decision/decision';
import { placeDecisions } from '@/lib/adjudication/unit/placed-decisions';
import { adjudicationUnits } from '@/lib/adjudication/unit/adjudication-unit';
import { aDecisionOn, aStoredDecision } from '@/tests/builders/a-stored-decision';
import { aSource } from '@/tests/builders/sources';

const ben = aSource('b', ['l 0-6']);
const both = [aSource('a', ['l 0-5']), ben];
const statesOf = (layers: typeof both, decisions: Decision[]) =>
  placeDecisions(adjudicationUnits(layers), decisions).placed.map(({ state }) => state);

describe('a unit is', () => {
  test.each([
    ['open', [], 'open'],
    ['decided by a person', [aDecisionOn(both)], 'person'],
    ['decided by a rule', [aDecisionOn(both, { kind: 'rule', rule: 'majority' })], 'rule'],
    [
      'open in attributes',
      [aDecisionOn(both, { kind: 'rule', rule: 'unanimous', openAttributes: ['tone'] })],
      'attributes',
    ],
    ['decided twice', [aDecisionOn(both), aDecisionOn(both)], 'changed'],
  ] as const)('%s', (_, decisions, state) => {
    expect(statesOf(both, [...decisions])).toEqual([state]);
  });

  const decided = [aDecisionOn(both)];
  test.each([
    ['the same from one more', [...both, aSource('c', ['l 0-6'])], 'person'],
    ['less than there was', [aSource('a', ['l 0-5']), aSource('b', ['l 0-5'])], 'person'],
    ['a note more', [aSource('a', ['l 0-5'], { note: 'So', version: 2 }), ben], 'person'],
    ['something new', [aSource('a', ['l 1-5'], { version: 2 }), ben], 'changed'],
    ['silence for the first time', [...both, aSource('c', [])], 'changed'],
  ])('where there is now %s', (_, layers, state) => {
    expect(statesOf(layers, decided)).toEqual([state]);
  });
});

test('a decision on two units asks again at both; one on nothing that is left is elsewhere', () => {
  const apart = [aSource('a', ['l 0-5', 'l 20-25']), aSource('b', ['l 0-5'])];
  const [first, second] = adjudicationUnits(apart);
  const wide = aStoredDecision({
    sources: [first, second].flatMap((unit) =>
      (unit?.versions ?? []).flatMap(({ holders }) =>
        holders.flatMap(({ layerId, annotations }) =>
          annotations.map(({ id, version }) => ({ layerId, annotationId: id, version })),
        ),
      ),
    ),
  });
  expect(statesOf(apart, [wide])).toEqual(['changed', 'changed']);
  const gone = aStoredDecision({ sources: [{ layerId: 'z', annotationId: 'z9', version: 1 }] });
  const arrow = aStoredDecision({ kind: 'relation' });
  const { elsewhere } = placeDecisions(adjudicationUnits(apart), [gone, arrow]);
  expect(elsewhere).toEqual([gone]);
});

test('people’s decisions come before those of rules', () => {
  const rule = aDecisionOn(both, { kind: 'rule', rule: 'majority' });
  const person = aDecisionOn(both);
  const [placed] = placeDecisions(adjudicationUnits(both), [rule, person]).placed;
  expect(placed?.decisions).toEqual([person, rule]);
});
