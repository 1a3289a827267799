import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { checkMentions } from '@/lib/discussion/check-mentions';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses to call strangers and nobody alike, each by their place', async () => {
  const { projectId } = await aProject();
  const [{ userId: member }, { userId: stranger }] = [
    await aMember(projectId, 'viewer'),
    await aPerson(),
  ];
  const { faults } = await refused(
    checkMentions(db(), projectId, [member, stranger, v7()], 'mentions'),
  );
  expect(faults.map(({ path }) => path)).toEqual(['mentions.1', 'mentions.2']);
  expect(faults[0]?.message).toBe(faults[1]?.message);
  await checkMentions(db(), projectId, [member], 'mentions');
});
