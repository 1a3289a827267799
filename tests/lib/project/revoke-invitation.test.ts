import { expect, test } from '@jest/globals';
import { invite } from '@/lib/project/invite';
import { readOffer } from '@/lib/project/read-offer';
import { revokeInvitation } from '@/lib/project/revoke-invitation';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses those who may not invite, and managers of another project', async () => {
  const { projectId, owner } = await aProject();
  const { id, token } = await invite(owner, projectId, { role: 'viewer' }, 'http://localhost');
  for (const role of ['analyst', 'viewer'] as const)
    expect(
      await refused(revokeInvitation(await aMember(projectId, role), projectId, id)),
    ).toMatchObject({ reason: 'forbidden' });
  expect(await refused(revokeInvitation(await aPerson(), projectId, id))).toMatchObject({
    reason: 'absent',
  });
  const elsewhere = await aProject();
  expect(await refused(revokeInvitation(elsewhere.owner, elsewhere.projectId, id))).toMatchObject({
    reason: 'absent',
  });
  expect(await readOffer(token)).not.toBeNull();
});

test('takes the link back at once', async () => {
  const { projectId, owner } = await aProject();
  const { id, token } = await invite(owner, projectId, { role: 'viewer' }, 'http://localhost');
  await revokeInvitation(owner, projectId, id);
  expect(await readOffer(token)).toBeNull();
  expect(await refused(revokeInvitation(owner, projectId, id))).toMatchObject({ reason: 'absent' });
});
