import { expect, test } from '@jest/globals';
import type { Domain } from '@/components/charts/scale';
import {
  clipped,
  overChanceDomain,
  positionOn,
  shareDomain,
  ticksOf,
} from '@/components/charts/scale';

test.each<[Domain, number, number, 'before' | 'after' | null]>([
  [overChanceDomain, -1, 0, null],
  [overChanceDomain, 0, 0.5, null],
  [overChanceDomain, 1, 1, null],
  [overChanceDomain, -3.2, 0, 'before'],
  [shareDomain, 0.25, 0.25, null],
  [shareDomain, 1.1, 1, 'after'],
])('on %j, %d lies at %d', (domain, value, at, beyond) => {
  expect(positionOn(domain, value)).toEqual({ at, beyond });
});

test('an axis is written at its ends, its middle and its quarters', () => {
  expect(ticksOf(overChanceDomain)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(ticksOf(shareDomain)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test.each([
  ['Loaded framing', 20, 'Loaded framing'],
  ['Loaded framing', 14, 'Loaded framing'],
  ['Loaded framing', 8, 'Loaded…'],
  ['👩‍👩‍👧 of the family', 2, '👩‍👩‍👧…'],
  ['anything', 0, 'a…'],
])('“%s” in %i letters is “%s”', (words, most, written) => {
  expect(clipped(words, most)).toBe(written);
});
