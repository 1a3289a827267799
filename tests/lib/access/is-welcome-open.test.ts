import { expect, test } from '@jest/globals';
import { acceptWelcome } from '@/lib/access/accept-welcome';
import { isWelcomeOpen } from '@/lib/access/is-welcome-open';
import { openWelcome } from '@/lib/access/open-welcome';

test('a link is open from when it is made to when it is used; another never was', async () => {
  const secret = (await openWelcome()) ?? '';
  expect(await isWelcomeOpen(secret)).toBe(true);
  expect(await isWelcomeOpen(`${secret}x`)).toBe(false);
  expect(await isWelcomeOpen('')).toBe(false);
  await acceptWelcome(secret, { name: 'Ada', email: 'ada@example.org', password: 'long enough' });
  expect(await isWelcomeOpen(secret)).toBe(false);
});
