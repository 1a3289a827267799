import { expect, test } from '@jest/globals';
import { roleIn } from '@/lib/project/membership-store';
import { changeRole } from '@/lib/project/change-role';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

test('refuses all but owners, for themselves too', async () => {
  const { projectId } = await aProject();
  for (const role of ['manager', 'analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    const raise = changeRole(member, projectId, member.userId, 'owner');
    expect(await refused(raise)).toMatchObject({ reason: 'forbidden' });
    expect(await roleIn(db(), projectId, member.userId)).toBe(role);
  }
  const stranger = await aPerson();
  const raise = changeRole(stranger, projectId, stranger.userId, 'owner');
  expect(await refused(raise)).toMatchObject({ reason: 'absent' });
});

test('gives a member another role; nobody else has one', async () => {
  const { projectId, owner } = await aProject();
  const member = await aMember(projectId, 'viewer');
  await changeRole(owner, projectId, member.userId, 'manager');
  expect(await roleIn(db(), projectId, member.userId)).toBe('manager');
  const nobody = changeRole(owner, projectId, (await aPerson()).userId, 'viewer');
  expect(await refused(nobody)).toMatchObject({ reason: 'absent' });
});

test('the last owner stays one, even when two step back at once', async () => {
  const { projectId, owner } = await aProject();
  const back = (who: typeof owner) => changeRole(who, projectId, who.userId, 'viewer');
  expect(await refused(back(owner))).toMatchObject({ reason: 'conflict' });
  const second = await aMember(projectId, 'owner');
  const stepped = await Promise.allSettled([back(owner), back(second)]);
  expect(stepped.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
