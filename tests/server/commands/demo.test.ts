import { expect, test } from '@jest/globals';
import { makeDemo } from '@/server/commands/demo';
import { aPerson } from '@/tests/builders/a-person';

const address = 'http://127.0.0.1:3000';

test('says who has to come in first, then where the demo is, then that it is there', async () => {
  expect(await makeDemo(address)).toContain('welcome link');
  const ada = await aPerson();
  const made = await makeDemo(address);
  expect(made).toContain(`The demo project of ${ada.name} is at ${address}/projects/`);
  expect(await makeDemo(address)).toContain('already');
});
