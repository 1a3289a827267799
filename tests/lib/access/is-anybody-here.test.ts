import { expect, test } from '@jest/globals';
import { isAnybodyHere } from '@/lib/access/is-anybody-here';
import { aPerson } from '@/tests/builders/a-person';

test('nobody before the first comes in', async () => {
  expect(await isAnybodyHere()).toBe(false);
  await aPerson();
  expect(await isAnybodyHere()).toBe(true);
});
