import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { may, permissions, roles } from '@/lib/access/permission';
import { db } from '@/lib/db';
import { endMembership } from '@/lib/project/membership-store';
import { updateProject } from '@/lib/project/project-store';
import { requireMembership } from '@/lib/project/require-membership';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('to a stranger, and to somebody removed, the project is absent', async () => {
  const { projectId } = await aProject();
  const stranger = await aPerson();
  const removed = await aMember(projectId, 'owner');
  await endMembership(db(), projectId, removed.userId);
  const same = (await refused(requireMembership(stranger, v7(), 'read project'))).message;
  for (const who of [stranger, removed]) {
    const refusal = await refused(requireMembership(who, projectId, 'read project'));
    expect(refusal).toMatchObject({ reason: 'absent', message: same });
  }
});

describe.each(roles)('as %s', (role) => {
  test('what the table has, and nothing else', async () => {
    const { projectId } = await aProject();
    const member = await aMember(projectId, role);
    for (const permission of permissions) {
      if (may(role, permission))
        expect(await requireMembership(member, projectId, permission)).toMatchObject({ role });
      else
        expect(await refused(requireMembership(member, projectId, permission))).toMatchObject({
          reason: 'forbidden',
        });
    }
  });
});

test('an archived project is there for its owners alone, to look at and to bring back', async () => {
  const { projectId, owner } = await aProject();
  const manager = await aMember(projectId, 'manager');
  await updateProject(db(), projectId, { archived: true });
  expect(await refused(requireMembership(manager, projectId, 'read project'))).toMatchObject({
    reason: 'absent',
  });
  for (const permission of ['read project', 'see members', 'export own and visible'] as const)
    expect(await requireMembership(owner, projectId, permission)).toMatchObject({ archived: true });
  expect(await requireMembership(owner, projectId, 'change project')).toMatchObject({
    archived: true,
  });
  for (const permission of ['write own layer', 'add articles', 'change roles'] as const)
    expect(await refused(requireMembership(owner, projectId, permission))).toMatchObject({
      reason: 'conflict',
    });
});
