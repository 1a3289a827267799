import { describe, expect, test } from '@jest/globals';
import {
  countStates,
  isLeft,
  marksAt,
  outcomeAt,
  placesOf,
} from '@/components/settling/desk/place';
import { aDeskDecision, aDeskUnit, aSettlingDesk } from '@/tests/builders/a-settling-desk';

const text = 'The regime’s failed gamble cost thousands of jobs.';
const settled = aDeskUnit(
  [
    ['a,b', 'x 4-10'],
    ['c', 'x 4-12'],
  ],
  {
    state: 'person',
    decisions: [aDeskDecision('d', ['y 4-10'])],
  },
);
const own = aDeskDecision('own', ['z 0-3']);
const desk = aSettlingDesk([settled, aDeskUnit([['a', 'x 20-26']])], { elsewhere: [own] });

describe('places', () => {
  test('are units and decisions without readings, in the order of the text', () => {
    const places = placesOf(desk, text);
    expect(places.map(({ id, state }) => [id, state])).toEqual([
      ['own', 'elsewhere'],
      ['unit 4', 'person'],
      ['unit 20', 'open'],
    ]);
    expect(places[0]).toMatchObject({ quote: 'The', start: 0, end: 3, versions: [] });
    expect([...(places[1]?.labels ?? [])]).toEqual(['x', 'y']);
    expect(countStates(places)).toEqual({
      open: 1,
      changed: 0,
      attributes: 0,
      rule: 0,
      person: 1,
      elsewhere: 1,
    });
  });

  test('stay the same as long as what they are of does', () => {
    const again = placesOf({ ...desk, units: [...desk.units] }, text);
    placesOf(desk, text).forEach((place, at) => expect(again[at]).toBe(place));
  });

  test('tell their marks and what the consensus has', () => {
    expect(marksAt(settled)).toHaveLength(3);
    expect(outcomeAt(settled).map(({ label }) => label)).toEqual(['y']);
  });

  test.each([
    ['open', true],
    ['changed', true],
    ['attributes', true],
    ['rule', false],
    ['person', false],
    ['elsewhere', false],
  ] as const)('%s: left to people: %s', (state, expected) => {
    expect(isLeft({ state })).toBe(expected);
  });
});
