import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { checkProof, proof, prove } from '@/lib/access/proof';
import { signOut } from '@/lib/access/sessions';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { aSecondFactor } from '@/tests/builders/a-second-factor';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

describe('prove', () => {
  const secret = 'a secret of the tests alone, long enough';
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
    expect(await refused(prove(token, { password }, { address: v7(), secret }))).toMatchObject({
      reason: 'forbidden',
    });
    const external = await whoProvedLongAgo(await aPerson());
    expect(await refused(prove(external, { password }, { address: v7(), secret }))).toMatchObject({
      reason: 'conflict',
    });
  });

  test('the password renews the proof of this session alone; a wrong one is a try', async () => {
    const person = await aPerson({ password });
    const [ada, elsewhere] = [await whoProvedLongAgo(person), await whoProvedLongAgo(person)];
    const wrong = { password: 'wrong horse battery' };
    expect(await refused(prove(ada, wrong, { address: v7(), secret }))).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'password' }],
    });
    expect(
      await db().securityEvent.findMany({ where: { userId: ada.userId, kind: 'proof-failed' } }),
    ).toMatchObject([{ actorId: ada.userId, details: { by: 'password' } }]);
    await refused(checkProof(ada, 'make tokens'));
    await prove(ada, { password }, { address: v7(), secret });
    await checkProof(ada, 'make tokens');
    expect(await refused(checkProof(elsewhere, 'make tokens'))).toMatchObject({
      type: 'proof-needed',
    });
    for (let at = 0; at < 10; at++) await refused(prove(ada, wrong, { address: v7(), secret }));
    expect(await refused(prove(ada, { password }, { address: v7(), secret }))).toMatchObject({
      reason: 'too-many',
    });
  });

  test('nothing else is a proof', () => {
    for (const sent of [{}, { password: 1 }, { password, more: 1 }])
      expect(proof.safeParse(sent).success).toBe(false);
  });

  test('a code of the second factor is a proof as well, once', async () => {
    const ada = await whoProvedLongAgo(await aPerson());
    const given = { address: v7(), secret };
    expect(await refused(prove(ada, { code: '123456' }, given))).toMatchObject({
      reason: 'conflict',
    });
    const { code } = await aSecondFactor(ada.userId, secret);
    const now = code();
    await prove(ada, { code: now }, given);
    await checkProof(ada, 'make tokens');
    expect(await refused(prove(ada, { code: now }, given))).toMatchObject({
      faults: [{ path: 'code' }],
    });
  });
});

describe('check proof', () => {
  test('refuses a token in plain words', async () => {
    const token = { ...(await signedIn(await aPerson())), by: 'token' as const };
    const refusal = await refused(checkProof(token, 'make tokens'));
    expect(refusal).toMatchObject({
      reason: 'forbidden',
      message: 'A token cannot make tokens. Sign in to do it.',
    });
    expect(refusal.type).toBeUndefined();
  });

  test('a session counts for a quarter of an hour after signing in, and not once it is ended', async () => {
    const ada = await signedIn(await aPerson());
    await checkProof(ada, 'make tokens');
    const provedAt = new Date(Date.now() - 15 * 60_000);
    await db().session.update({ where: { id: ada.sessionId ?? '' }, data: { provedAt } });
    expect(await refused(checkProof(ada, 'make tokens'))).toMatchObject({
      reason: 'forbidden',
      type: 'proof-needed',
    });
    const ben = await signedIn(await aPerson());
    await signOut(ben.userId, ben.sessionId ?? '');
    for (const nobody of [ben, { ...ben, sessionId: undefined }])
      expect(await refused(checkProof(nobody, 'make tokens'))).toMatchObject({
        type: 'proof-needed',
      });
  });
});
