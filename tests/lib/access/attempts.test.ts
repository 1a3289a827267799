import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { countAttempt, forgetAttempts } from '@/lib/access/attempts';
import { refused } from '@/tests/builders/refused';

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
