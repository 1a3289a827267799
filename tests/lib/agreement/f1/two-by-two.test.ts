import { expect, it } from '@jest/globals';
import { cohenKappaTwoByTwo, f1FromTwoByTwo } from '@/lib/agreement/f1/two-by-two';

it('converges for both as d grows', () => {
  const table = { a: 30, b: 10, c: 20, d: 1e7 };
  expect(cohenKappaTwoByTwo(table).value).toBeCloseTo(f1FromTwoByTwo(table).value ?? 0, 5);
});

it('is undefined of nothing', () => {
  expect(f1FromTwoByTwo({ a: 0, b: 0, c: 0, d: 5 }).reason).toBe('neither said yes to anything');
  expect(cohenKappaTwoByTwo({ a: 0, b: 0, c: 0, d: 5 }).reason).toContain('the same answer');
  expect(cohenKappaTwoByTwo({ a: 0, b: 0, c: 0, d: 0 }).reason).toBe('there is no item');
});
