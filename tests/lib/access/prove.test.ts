import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { checkProof } from '@/lib/access/check-proof';
import { proof, prove } from '@/lib/access/prove';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

const password = 'correct horse battery';

const whoProvedLongAgo = async (person: Viewer) => {
  const viewer = await signedIn(person);
  const where = { id: viewer.sessionId ?? '' };
  await db().session.update({ where, data: { provedAt: new Date(0) } });
  return viewer;
};

test('refuses a token, and one without a password, who signs in again instead', async () => {
  const ada = await whoProvedLongAgo(await aPerson({ password }));
  const token = { ...ada, by: 'token' as const };
  expect(await refused(prove(token, { password }, v7()))).toMatchObject({ reason: 'forbidden' });
  const external = await whoProvedLongAgo(await aPerson());
  expect(await refused(prove(external, { password }, v7()))).toMatchObject({ reason: 'conflict' });
});

test('the password renews the proof of this session alone; a wrong one is a try', async () => {
  const person = await aPerson({ password });
  const [ada, elsewhere] = [await whoProvedLongAgo(person), await whoProvedLongAgo(person)];
  const wrong = { password: 'wrong horse battery' };
  expect(await refused(prove(ada, wrong, v7()))).toMatchObject({
    reason: 'invalid',
    faults: [{ path: 'password' }],
  });
  await refused(checkProof(ada, 'make tokens'));
  await prove(ada, { password }, v7());
  await checkProof(ada, 'make tokens');
  expect(await refused(checkProof(elsewhere, 'make tokens'))).toMatchObject({
    type: 'proof-needed',
  });
  for (let at = 0; at < 10; at++) await refused(prove(ada, wrong, v7()));
  expect(await refused(prove(ada, { password }, v7()))).toMatchObject({ reason: 'too-many' });
});

test('nothing else is a proof', () => {
  for (const sent of [{}, { password: 1 }, { password, more: 1 }])
    expect(proof.safeParse(sent).success).toBe(false);
});
