import { expect, test } from '@jest/globals';
import { Chance, dealer } from '@/bench/drill/chance';
import { lineFate, lineFaults } from '@/bench/drill/line-faults';

const drawn = (chance: Chance) => Array.from({ length: 1000 }, () => chance.next());

test('the same seed gives the same numbers, another seed others', () => {
  expect(drawn(new Chance(7))).toEqual(drawn(new Chance(7)));
  expect(drawn(new Chance(7))).not.toEqual(drawn(new Chance(8)));
  expect(drawn(new Chance(7).branch())).not.toEqual(drawn(new Chance(7)));
});

test('numbers are spread from 0 to below 1', () => {
  const numbers = drawn(new Chance(3));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.filter((number) => number < 0.5).length).toBeGreaterThan(400);
  expect(numbers.filter((number) => number < 0.5).length).toBeLessThan(600);
});

test('whole numbers reach both ends', () => {
  const chance = new Chance(5);
  const numbers = Array.from({ length: 200 }, () => chance.whole(2, 4));
  expect(new Set(numbers)).toEqual(new Set([2, 3, 4]));
});

test('each card comes before any comes twice', () => {
  const deal = dealer(new Chance(11), ['a', 'b', 'c']);
  for (let round = 0; round < 5; round++)
    expect([deal(), deal(), deal()].toSorted()).toEqual(['a', 'b', 'c']);
});

test('writes meet every fault of the line, and more faults than reads do', () => {
  const fate = lineFate(new Chance(2));
  const hits = (isWrite: boolean) =>
    Array.from({ length: 400 }, () => fate(isWrite)).filter((fault) => fault !== null);
  const [writes, reads] = [hits(true), hits(false)];
  expect(new Set(writes)).toEqual(new Set(lineFaults));
  expect(writes.length).toBeGreaterThan(reads.length);
  expect(reads.length).toBeGreaterThan(0);
});
