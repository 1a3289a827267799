import { expect, it } from '@jest/globals';
import type { Weighting } from '@/lib/agreement/coding/closeness';
import { closeness } from '@/lib/agreement/coding/closeness';

it.each<[Weighting, number[]]>([
  ['plain', [1, 0, 0]],
  ['linear', [1, 0.5, 0]],
  ['quadratic', [1, 0.75, 0]],
])('%s credit falls with the distance of ranks', (weighting, credits) => {
  const credit = closeness(weighting, 3);
  expect([credit(0, 0), credit(0, 1), credit(0, 2)]).toEqual(credits);
  expect(credit(2, 1)).toBe(credits[1]);
  expect(closeness(weighting, 1)(0, 0)).toBe(1);
});
