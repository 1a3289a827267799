import { expect, test } from '@jest/globals';
import { LaneShelf } from '@/components/settling/desk/lane-shelf';
import { aDeskDecision, aDeskUnit, aSettlingDesk } from '@/tests/builders/a-settling-desk';

const desk = aSettlingDesk([aDeskUnit([['a,b', 'x 0-10']]), aDeskUnit([['c', 'y 20-30']])]);
const [first, second] = desk.units;
const decided = {
  ...desk,
  units: desk.units.map((unit) => ({ ...unit, decisions: [aDeskDecision('D', ['x 0-10'])] })),
};

test('what is decided lays nothing anew', () => {
  const shelf = new LaneShelf();
  const laid = shelf.take(desk);
  expect(laid.readings.map(({ marks }) => marks.length)).toEqual([1, 1, 1]);
  expect(laid.heat).toHaveLength(2);
  expect(shelf.take(decided)).toBe(laid);
  expect(shelf.take(desk)).toBe(laid);
});

test.each([
  ['a version more', { units: [first, second, aDeskUnit([['c', 'z 40-50']])] }],
  ['another version', { units: [first, aDeskUnit([['c', 'z 40-50']])] }],
  ['a reading more', { readings: desk.readings + 1 }],
  ['a layer less', { layers: [] }],
])('%s does', (_, other) => {
  const shelf = new LaneShelf();
  const laid = shelf.take(desk);
  expect(shelf.take({ ...desk, ...other } as typeof desk)).not.toBe(laid);
});
