import { expect, test } from '@jest/globals';
import { isWelcomeOpen } from '@/lib/access/is-welcome-open';
import { openWelcome } from '@/lib/access/open-welcome';
import { aPerson } from '@/tests/builders/a-person';

test('each start gives a new link and ends the one before, until somebody is there', async () => {
  const first = (await openWelcome()) ?? '';
  const second = (await openWelcome()) ?? '';
  expect(await isWelcomeOpen(first)).toBe(false);
  expect(await isWelcomeOpen(second)).toBe(true);
  await aPerson();
  expect(await openWelcome()).toBeNull();
});
