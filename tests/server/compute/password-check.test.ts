import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isGuessable } from '@/lib/access/check-password';
import { openPasswordCheck } from '@/server/compute/password-check';

let close: () => Promise<void>;
beforeEach(() => void (close = openPasswordCheck()));
afterEach(() => close());

const chosen = (password: string) => ({ password, personal: ['ada'] });

test('looks at passwords on another thread, so that this one goes on', async () => {
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 5);
  const slow = chosen('@$€4301l|!'.repeat(10));
  expect(
    await Promise.all([slow, chosen('password123'), chosen('gq7#Lw2pZx')].map(isGuessable)),
  ).toEqual([false, true, false]);
  clearInterval(clock);
  expect(turns).toBeGreaterThan(5);
});

test('what is more than can wait is refused, to be tried again', async () => {
  const all = Array.from({ length: 80 }, () => isGuessable(chosen('password123')));
  const results = await Promise.allSettled(all);
  const refused = results.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one).toMatchObject({ reason: { reason: 'too-many' } });
  expect(await isGuessable(chosen('password123'))).toBe(true);
});
