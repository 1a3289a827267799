import { expect, test } from '@jest/globals';
import { invite } from '@/lib/project/invite';
import { listInvitations } from '@/lib/project/list-invitations';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses those who may not invite; to others it tells all but the links', async () => {
  const { projectId, owner } = await aProject();
  for (const role of ['analyst', 'viewer'] as const)
    expect(await refused(listInvitations(await aMember(projectId, role), projectId))).toMatchObject(
      {
        reason: 'forbidden',
      },
    );
  expect(await refused(listInvitations(await aPerson(), projectId))).toMatchObject({
    reason: 'absent',
  });
  const first = await invite(owner, projectId, { role: 'viewer' }, 'http://localhost');
  const second = await invite(owner, projectId, { role: 'analyst' }, 'http://localhost');
  const manager = await aMember(projectId, 'manager');
  const listed = await listInvitations(manager, projectId);
  expect(listed.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(JSON.stringify(listed)).not.toContain(first.token);
});
