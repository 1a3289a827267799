import { expect, test } from '@jest/globals';
import { drillPlan } from '@/bench/drill/drill-plan';

const given = { databaseUrl: null, seed: 42 };

test('without words, fifty analysts write for a minute on the embedded database', () => {
  expect(drillPlan([], given)).toMatchObject({
    clients: 50,
    seconds: 60,
    seed: 42,
    databaseUrl: null,
    ownPostgres: false,
    firstDelay: 1000,
  });
});

test('words decide', () => {
  const args = ['--clients=3', '--seconds=5', '--seed=9', '--database-url=postgresql://here/a?b=c'];
  expect(drillPlan(args, { ...given, databaseUrl: 'postgresql://there' })).toMatchObject({
    clients: 3,
    seconds: 5,
    seed: 9,
    databaseUrl: 'postgresql://here/a?b=c',
  });
});

test('the environment names the database where no word does; an own PostgreSQL goes before it', () => {
  const there = { ...given, databaseUrl: 'postgresql://there' };
  expect(drillPlan([], there).databaseUrl).toBe('postgresql://there');
  expect(drillPlan(['--postgres'], there)).toMatchObject({ databaseUrl: null, ownPostgres: true });
});

test('a short drill has fewer clients and less patience', () => {
  const short = drillPlan(['--short', '--clients=4'], given);
  expect(short).toMatchObject({ clients: 4, seconds: 6 });
  expect(short.firstDelay).toBeLessThan(drillPlan([], given).firstDelay);
});

test.each([
  ['--clients=0', /whole number from 1 to 90/],
  ['--clients=91', /whole number from 1 to 90/],
  ['--seconds=x', /--seconds is “x”/],
  ['--seed=1.5', /--seed/],
  ['--sed=1', /does not know “--sed=1”.*--clients/],
  ['clients=4', /does not know/],
])('“%s” is refused in words', (arg, words) => {
  expect(() => drillPlan([arg], given)).toThrow(words);
});
