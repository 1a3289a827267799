import { expect, test } from '@jest/globals';
import { checkProof } from '@/lib/access/check-proof';
import { signOut } from '@/lib/access/end-sessions';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

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
