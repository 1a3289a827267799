import { expect, test } from '@jest/globals';
import { findTheRound } from '@/lib/round/find-the-round';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not; tells members of the round, each as they may know it', async () => {
  const { projectId, owner, ada } = await aDiscussion();
  const stranger = await aPerson();
  expect((await refused(findTheRound(stranger, projectId, 1))).reason).toBe('absent');
  expect((await refused(findTheRound(ada, projectId, 2))).reason).toBe('absent');
  expect(await findTheRound(owner, projectId, 1)).toMatchObject({ layers: 2, reopened: 0 });
  const adas = await findTheRound(ada, projectId, 1);
  expect(adas).toMatchObject({ number: 1, state: 'open', layers: null, mine: { layers: 1 } });
});
