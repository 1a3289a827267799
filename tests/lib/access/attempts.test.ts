import { afterEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { AttemptCounter } from '@/lib/access/attempts';
import { attempt, countAttemptsBy } from '@/lib/access/attempts';
import { refused } from '@/tests/builders/refused';

afterEach(() => {
  delete (globalThis as { parallaxAttempts?: unknown }).parallaxAttempts;
});

let last = 0;
/** An address in a new network. */
const elsewhere = () => `10.${(last >> 16) & 255}.${(last >> 8) & 255}.${last++ & 255}`;

type From = { account?: string; address?: string; device?: string | null };

const whoOf = ({ account = v7(), address = elsewhere(), device = null }: From) => ({
  account,
  address,
  device,
});
const wrong = (from: From) => attempt(whoOf(from), async () => null);
const right = (from: From) => attempt(whoOf(from), async () => 'in');

async function times(count: number, action: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at++) await action();
}

const tooMany = { reason: 'too-many' };

test('ten wrong ones from a network at an account; the next is refused with the time to wait, and not compared', async () => {
  const here = { account: v7(), address: elsewhere() };
  await times(10, () => wrong(here));
  const refusal = await refused(right(here));
  expect(refusal.reason).toBe('too-many');
  expect(refusal.retryAfter).toBeGreaterThan(800);
  expect(refusal.retryAfter).toBeLessThanOrEqual(900);
  expect(refusal.message).toBe(
    'There were too many attempts. Please wait 15 minutes and try again.',
  );
});

test('those from one network lock nobody out elsewhere', async () => {
  const account = v7();
  const stranger = elsewhere();
  await times(10, () => wrong({ account, address: stranger }));
  expect(await refused(wrong({ account, address: stranger }))).toMatchObject(tooMany);
  expect(await right({ account })).toBe('in');
});

test('right ones count nowhere, however many', async () => {
  const here = { account: v7(), address: elsewhere() };
  await times(120, () => right(here));
  await times(9, () => wrong(here));
  await times(20, () => right(here));
  await wrong(here);
  expect(await refused(wrong(here))).toMatchObject(tooMany);
});

test('a hundred from a network, at whatever accounts; an IPv6 network is a /64', async () => {
  let at = 0;
  const subscriber = () => `2001:db8:0:7:${(at++).toString(16)}::1`;
  await times(100, () => wrong({ address: subscriber() }));
  expect(await refused(wrong({ address: subscriber() }))).toMatchObject(tooMany);
  expect(await right({ address: '2001:db8:0:8::1' })).toBe('in');
});

test('an IPv4 address is one network, in IPv6 dress too', async () => {
  const account = v7();
  const [plain, mapped] = ['198.51.100.9', '::ffff:198.51.100.9'];
  await times(5, () => wrong({ account, address: plain }));
  await times(5, () => wrong({ account, address: mapped }));
  for (const address of [plain, mapped, '::ffff:c633:6409'])
    expect(await refused(wrong({ account, address }))).toMatchObject(tooMany);
});

test('many networks at one account slow each other down for minutes, and a known device not at all', async () => {
  const account = v7();
  await times(50, () => wrong({ account }));
  const refusal = await refused(right({ account }));
  expect(refusal.retryAfter).toBeLessThanOrEqual(300);
  expect(refusal.message).toMatch(/wait [45] minutes/);
  expect(await right({ account, device: 'a' })).toBe('in');
});

test('a known device has ten of its own, and takes none from others', async () => {
  const here = { account: v7(), address: elsewhere(), device: 'a' };
  await times(10, () => wrong(here));
  expect(await refused(right(here))).toMatchObject(tooMany);
  expect(await right({ ...here, device: 'b' })).toBe('in');
  expect(await right({ ...here, device: null })).toBe('in');
});

test('attempts at once cannot exceed a limit', async () => {
  const here = { account: v7(), address: elsewhere() };
  let compared = 0;
  const all = Array.from({ length: 60 }, () =>
    attempt(whoOf(here), async () => {
      compared += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return null;
    }),
  );
  const results = await Promise.allSettled(all);
  expect(compared).toBe(10);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(50);
});

test('what could not be compared does not count', async () => {
  const here = { account: v7(), address: elsewhere() };
  const broken = () => attempt(whoOf(here), () => Promise.reject(new Error('away')));
  for (let at = 0; at < 12; at++) await expect(broken()).rejects.toThrow('away');
  expect(await right(here)).toBe('in');
});

/** A counter of another copy of the library, and the keys that it was called with. */
function counterFrom(asked: string[], used = new Map<string, number>()) {
  return (name: string, { points }: { points: number }): AttemptCounter => ({
    async consume(key) {
      asked.push(key);
      used.set(key, (used.get(key) ?? 0) + 1);
      if ((used.get(key) ?? 0) > points)
        throw Object.assign(new Error(name), { msBeforeNext: 90_000 });
    },
    async reward(key) {
      used.set(key, (used.get(key) ?? 0) - 1);
    },
  });
}

test('they are counted by the given counters, without personal data', async () => {
  const asked: string[] = [];
  countAttemptsBy(counterFrom(asked));
  const ada = { account: 'ada@example.org', address: '198.51.100.7' };
  await times(10, () => wrong(ada));
  expect(await refused(wrong(ada))).toMatchObject({ reason: 'too-many', retryAfter: 90 });
  expect(new Set(asked).size).toBe(3);
  expect(asked.join()).not.toMatch(/ada|198\.51/);
});

test('a counter that fails is no refusal, and one that cannot give back no failure', async () => {
  const broken = () => Promise.reject(new Error('broken'));
  countAttemptsBy(() => ({ consume: broken, reward: broken }));
  await expect(right({})).rejects.toThrow('broken');
  countAttemptsBy(() => ({ consume: async () => true, reward: broken }));
  expect(await right({})).toBe('in');
});
