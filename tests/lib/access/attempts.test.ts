import { afterEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { AttemptRule } from '@/lib/access/attempts';
import { countAttempt, countAttemptsBy, forgetAttempts } from '@/lib/access/attempts';
import { refused } from '@/tests/builders/refused';

afterEach(() => {
  delete (globalThis as { parallaxAttempts?: unknown }).parallaxAttempts;
});

async function tries(count: number, account: () => string, address: () => string): Promise<void> {
  for (let at = 0; at < count; at++) await countAttempt(account(), address());
}

test('ten tries at an account, from wherever; the eleventh is told how long to wait', async () => {
  const account = v7();
  await tries(10, () => account, v7);
  const refusal = await refused(countAttempt(account, v7()));
  expect(refusal.reason).toBe('too-many');
  expect(refusal.retryAfter).toBeGreaterThan(800);
  expect(refusal.retryAfter).toBeLessThanOrEqual(900);
  expect(refusal.message).toBe('There were too many tries. Please wait 15 minutes and try again.');
});

test('a hundred tries from an address, at whatever account', async () => {
  const address = v7();
  await tries(100, v7, () => address);
  expect(await refused(countAttempt(v7(), address))).toMatchObject({ reason: 'too-many' });
  await countAttempt(v7(), v7());
});

test('once one was right, the tries before it are forgotten', async () => {
  const account = v7();
  await tries(9, () => account, v7);
  await forgetAttempts(account);
  await tries(10, () => account, v7);
});

/** A counter as another copy of the library would have it, and what it was asked. */
function counterFrom(asked: string[]) {
  return (name: string, { points }: AttemptRule) => {
    let left = points;
    return {
      async consume(key: string) {
        asked.push(key);
        if (left-- <= 0) throw Object.assign(new Error(name), { msBeforeNext: 90_000 });
      },
      delete: async (key: string) => void asked.push(key),
    };
  };
}

test('tries are counted where they are told to be, without naming anybody', async () => {
  const asked: string[] = [];
  countAttemptsBy(counterFrom(asked));
  await tries(
    10,
    () => 'ada@example.org',
    () => '198.51.100.7',
  );
  const refusal = await refused(countAttempt('ada@example.org', '198.51.100.7'));
  expect(refusal).toMatchObject({ reason: 'too-many', retryAfter: 90 });
  await forgetAttempts('ada@example.org');
  expect(new Set(asked).size).toBe(2);
  expect(asked.join()).not.toMatch(/ada|198\.51/);
});

test('a counter that fails is no refusal', async () => {
  const failing = { consume: () => Promise.reject(new Error('broken')), delete: async () => true };
  countAttemptsBy(() => failing);
  await expect(countAttempt('a', 'b')).rejects.toThrow('broken');
});
