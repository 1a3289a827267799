import { expect, test } from '@jest/globals';
import { insertPerson } from '@/lib/access/user-store';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';

const person = (name: string) => ({ name, email: `${name}@example.org`, passwordHash: null });
const isThere = async (name: string) =>
  (await db().user.count({ where: { email: `${name}@example.org` } })) === 1;

test('does all of its writes and answers what the deed answers', async () => {
  const made = await transaction(async (tx) => {
    await insertPerson(tx, person('one'));
    return insertPerson(tx, person('two'));
  });
  expect(made?.name).toBe('two');
  expect([await isThere('one'), await isThere('two')]).toEqual([true, true]);
});

test('does none of them when the deed throws', async () => {
  const result = transaction(async (tx) => {
    await insertPerson(tx, person('three'));
    throw new Error('changed my mind');
  });
  await expect(result).rejects.toThrow('changed my mind');
  expect(await isThere('three')).toBe(false);
});
