import { expect, test } from '@jest/globals';
import { LineLimits, maxPerPerson, maxUnknown } from '@/server/live/line-limits';

const some = (count: number) => Array.from({ length: count }, () => ({}));

test('a person has a maximum number of connections, by any credentials; a closed one frees its place', () => {
  const limits = new LineLimits();
  const connections = some(maxPerPerson);
  for (const one of connections) expect(limits.admit(one, 'ada', 0)).toBe(true);
  expect(limits.admit({}, 'ada', 0)).toBe(false);
  expect(limits.admit({}, 'ben', 0)).toBe(true);
  // Each channel authenticates the person again.
  expect(limits.admit(connections[0] ?? {}, 'ada', 0)).toBe(true);
  limits.remove(connections[0] ?? {});
  expect(limits.admit({}, 'ada', 0)).toBe(true);
});

test('an address has so many connections that have not shown whose they are', () => {
  const limits = new LineLimits();
  const connections = some(maxUnknown);
  for (const one of connections) expect(limits.admitUnknown(one, '192.0.2.1')).toBe(true);
  expect(limits.admitUnknown({}, '192.0.2.1')).toBe(false);
  expect(limits.admitUnknown({}, '192.0.2.2')).toBe(true);
  const [first = {}, second = {}] = connections;
  expect(limits.isUnknown(first)).toBe(true);
  limits.admit(first, 'ada', 0);
  expect(limits.isUnknown(first)).toBe(false);
  expect(limits.admitUnknown({}, '192.0.2.1')).toBe(true);
  limits.remove(second);
  expect(limits.admitUnknown({}, '192.0.2.1')).toBe(true);
});

test('all connections of a person share a budget, which coming again does not fill', () => {
  const limits = new LineLimits();
  const [one = {}, other = {}] = some(2);
  limits.admit(one, 'ada', 0);
  limits.admit(other, 'ada', 0);
  let taken = 0;
  while (limits.take(taken % 2 === 0 ? one : other, 0)) taken++;
  expect(taken).toBe(1_500);
  const another = {};
  limits.remove(one);
  limits.remove(other);
  limits.tidy(0);
  limits.admit(another, 'ada', 0);
  expect(limits.take(another, 0)).toBe(false);
  expect(limits.take(another, 1_000)).toBe(true);
  limits.remove(another);
  limits.tidy(60_000);
  expect(limits.size).toBe(0);
});

test('a connection with tokens of two people uses the budgets of both', () => {
  const limits = new LineLimits();
  const shared = {};
  limits.admit(shared, 'ada', 0);
  limits.admit(shared, 'ben', 0);
  while (limits.take(shared, 0));
  const own = {};
  limits.admit(own, 'ben', 0);
  expect(limits.take(own, 0)).toBe(false);
});
