import { expect, test } from '@jest/globals';
import { hasWelcome, replaceWelcome, spendWelcome } from '@/lib/access/welcome-store';
import { db } from '@/lib/db';

test('one link is open at a time, and is used up once', async () => {
  expect(await hasWelcome(db(), 'one')).toBe(false);
  await replaceWelcome(db(), 'one');
  await replaceWelcome(db(), 'two');
  expect(await hasWelcome(db(), 'one')).toBe(false);
  expect(await spendWelcome(db(), 'one')).toBe(false);
  const spent = await Promise.all([spendWelcome(db(), 'two'), spendWelcome(db(), 'two')]);
  expect(spent.filter(Boolean)).toHaveLength(1);
  expect(await hasWelcome(db(), 'two')).toBe(false);
});
