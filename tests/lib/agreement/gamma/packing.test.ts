import { expect, test } from '@jest/globals';
import { packings } from '@/lib/agreement/gamma/packing';

test('candidates part where they share no unit; weights prefer parts', () => {
  const all = { starts: [0, 2, 4, 7], members: [0, 2, 1, 4, 2, 3, 5], gain: [1, 2, 3] };
  const parts = packings(all, 7);
  expect(parts).toHaveLength(2);
  expect(parts[0]).toMatchObject({
    units: [0, 2, 3, 5],
    first: [0, 1, 2, 2, 2],
    members: [
      [0, 1],
      [1, 2, 3],
    ],
  });
  expect(parts[1]).toMatchObject({ units: [1, 4], first: [0, 1, 1], members: [[0, 1]] });
  expect(parts[0]?.weights[0]).toBeLessThan(1);
  expect(parts[0]?.weights[1]).toBeCloseTo(3, 7);
});

test('nothing parts into nothing', () => {
  expect(packings({ starts: [0], members: [], gain: [] }, 3)).toEqual([]);
});
