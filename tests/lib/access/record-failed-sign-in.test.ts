import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { recordFailedSignIn, recordingWrongCode } from '@/lib/access/record-failed-sign-in';
import { db } from '@/lib/db';
import { Refusal, forbidden } from '@/lib/refusal';
import { refused } from '@/tests/builders/refused';

const detailsOf = async (userId: string) => {
  const where = { userId, kind: 'sign-in-failed' };
  const rows = await db().securityEvent.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ details }) => details);
};

test('says which of the two was wrong, and throws on', async () => {
  const userId = v7();
  await recordFailedSignIn(userId, 'password');
  const wrong = new Refusal('unknown', 'It is wrong.', [], undefined, 'code-wrong');
  for (const thrown of [wrong, forbidden('No.')])
    expect(await refused(Promise.reject(thrown).catch(recordingWrongCode(userId)))).toBe(thrown);
  expect(await detailsOf(userId)).toEqual([{ by: 'password' }, { by: 'code' }]);
});
