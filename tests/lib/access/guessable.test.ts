import { afterEach, expect, test } from '@jest/globals';
import { isGuessable, isGuessableHere } from '@/lib/access/guessable';

const held = globalThis as { parallaxGuessable?: unknown };
afterEach(() => void delete held.parallaxGuessable);

test('what is personal is guessed first', async () => {
  const password = 'Zyxwolfram99';
  expect(await isGuessableHere({ password, personal: [] })).toBe(false);
  expect(await isGuessableHere({ password, personal: ['zyxwolfram'] })).toBe(true);
});

test('the server’s thread is asked where there is one', async () => {
  held.parallaxGuessable = async () => true;
  expect(await isGuessable({ password: 'correct horse battery', personal: [] })).toBe(true);
});
