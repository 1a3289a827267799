import { expect, test } from '@jest/globals';
import { shuffled } from '@/lib/adjudication/workspace/shuffled';

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
