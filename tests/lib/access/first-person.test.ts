import { expect, test } from '@jest/globals';
import { firstPerson } from '@/lib/access/first-person';
import { aPerson } from '@/tests/builders/a-person';

test('nobody at first, then whoever came first', async () => {
  expect(await firstPerson()).toBeNull();
  const ada = await aPerson();
  await aPerson();
  expect(await firstPerson()).toMatchObject({ userId: ada.userId, name: ada.name, by: 'session' });
});
