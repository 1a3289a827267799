import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Redis as Client } from 'ioredis';
import type { AttemptCounter } from '@/lib/access/attempts';
import { attempt } from '@/lib/access/attempts';
import { shareAttempts } from '@/server/process/shared-attempts';
import { refused } from '@/tests/builders/refused';
import { expectConsoleError, logLines } from '@/tests/harness/expected-errors';
import type { Redis } from '@/tests/harness/redis';
import { startRedis } from '@/tests/harness/redis';

const held = globalThis as { parallaxAttempts?: Record<string, AttemptCounter> };
const ends: (() => void)[] = [];
let redis: Redis;

beforeAll(async () => {
  redis = await startRedis();
}, 300_000);
afterAll(() => redis?.stop());
afterEach(() => {
  for (const end of ends.splice(0)) end();
  delete held.parallaxAttempts;
});

/** Attempts of one of several processes; each call is another process. */
async function aProcess(): Promise<(account: string, isRight?: boolean) => Promise<unknown>> {
  ends.push(shareAttempts(redis.url));
  const mine = held.parallaxAttempts;
  const client = new Client(redis.url);
  // Until it is connected it counts in memory.
  do await mine?.pair?.consume('first');
  while ((await client.dbsize()) === 0);
  await client.flushall();
  client.disconnect();
  return (account, isRight = false) => {
    held.parallaxAttempts = mine;
    const who = { account, address: '198.51.100.7', device: null };
    return attempt(who, async () => isRight || null);
  };
}

test('two processes count wrong tries together, and right ones in none', async () => {
  const [one, other] = [await aProcess(), await aProcess()];
  for (let at = 0; at < 5; at++) {
    await one('ada@example.org');
    await other('ada@example.org');
  }
  const refusal = await refused(one('ada@example.org'));
  expect(refusal.reason).toBe('too-many');
  expect(refusal.retryAfter).toBeGreaterThan(800);
  expect(await refused(other('ada@example.org'))).toMatchObject({ reason: 'too-many' });
});

test('right ones give their points back', async () => {
  const [one, other] = [await aProcess(), await aProcess()];
  for (let at = 0; at < 15; at++) await one('ada@example.org', true);
  for (let at = 0; at < 9; at++) await one('ada@example.org');
  await other('ada@example.org', true);
  await other('ada@example.org');
  expect(await refused(one('ada@example.org'))).toMatchObject({ reason: 'too-many' });
});

test('concurrent attempts in two processes cannot exceed a limit', async () => {
  const [one, other] = [await aProcess(), await aProcess()];
  const all = Array.from({ length: 20 }, () => [one('ada@example.org'), other('ada@example.org')]);
  const results = await Promise.allSettled(all.flat());
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

test('what Redis holds names nobody, and ends', async () => {
  const one = await aProcess();
  await one('ada@example.org');
  const client = new Client(redis.url);
  const keys = await client.keys('*');
  const ends = await Promise.all(keys.map((key) => client.ttl(key)));
  client.disconnect();
  expect(keys).toHaveLength(3);
  expect(keys.join()).not.toMatch(/ada|198\.51/);
  for (const seconds of ends) expect(seconds).toBeGreaterThan(0);
});

test('Redis away fails no try; it is counted here, and there again afterwards', async () => {
  const port = Number(new URL(redis.url).port);
  const one = await aProcess();
  expectConsoleError(/Redis cannot be reached .* counts sign-in attempts by itself/);
  await redis.stop();
  // It tries to connect again after 50 ms, fails and logs it.
  await wait(500);
  for (let at = 0; at < 10; at++) await one('eve@example.org');
  expect(await refused(one('eve@example.org'))).toMatchObject({ reason: 'too-many' });
  redis = await startRedis(port);
  const back = () => logLines().filter(({ level }) => level === 'info');
  while (back().length === 0) await wait(20);
  expect(back()).toMatchObject([{ message: 'Redis is reached again.' }]);
  await one('eve@example.org');
});
