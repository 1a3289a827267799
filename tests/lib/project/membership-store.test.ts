import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import {
  addMember,
  countOtherOwnersLocked,
  endMembership,
  findMembers,
  findMembership,
  setRole,
} from '@/lib/project/membership-store';
import { updateProject } from '@/lib/project/project-store';
import { roleIn } from '@/lib/project/require-membership';
import { transaction } from '@/lib/transaction';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

test('a membership has the role and the project’s settings', async () => {
  const { projectId, owner } = await aProject({ name: 'Quay', blind: 'closed', hideSource: true });
  expect(await findMembership(db(), projectId, owner.userId)).toEqual({
    projectId,
    role: 'owner',
    name: 'Quay',
    blind: 'closed',
    hideSource: true,
    requireSecondFactor: false,
    archived: false,
  });
  expect(await findMembership(db(), projectId, (await aPerson()).userId)).toBeNull();
  expect(await findMembership(db(), v7(), owner.userId)).toBeNull();
});

test('leaving ends it, coming back begins it anew, in the new role', async () => {
  const { projectId } = await aProject();
  const { userId } = await aMember(projectId, 'manager');
  expect(await addMember(db(), projectId, userId, 'viewer')).toBe(false);
  expect(await roleIn(db(), projectId, userId)).toBe('manager');
  await endMembership(db(), projectId, userId);
  expect(await roleIn(db(), projectId, userId)).toBeNull();
  expect(await addMember(db(), projectId, userId, 'viewer')).toBe(true);
  expect(await roleIn(db(), projectId, userId)).toBe('viewer');
  await setRole(db(), projectId, userId, 'analyst');
  expect(await roleIn(db(), projectId, userId)).toBe('analyst');
});

test('in an archived project only owners are anything', async () => {
  const { projectId, owner } = await aProject();
  const manager = await aMember(projectId, 'manager');
  await updateProject(db(), projectId, { archived: true });
  expect(await roleIn(db(), projectId, owner.userId)).toBe('owner');
  expect(await roleIn(db(), projectId, manager.userId)).toBeNull();
});

test('a role that is not known counts as none', async () => {
  const { projectId } = await aProject();
  const { userId } = await aMember(projectId, 'analyst');
  await db().membership.updateMany({ where: { userId }, data: { role: 'superuser' } });
  expect(await findMembership(db(), projectId, userId)).toBeNull();
  expect(
    (await findMembers(db(), projectId, { limit: 10, after: null, named: '' })).map(
      (member) => member.userId,
    ),
  ).not.toContain(userId);
});

test('lists members in order of joining, page by page, without those removed', async () => {
  const { projectId, owner } = await aProject();
  const people = [owner];
  for (let at = 0; at < 3; at++) people.push(await aMember(projectId, 'viewer'));
  await endMembership(db(), projectId, people[2]?.userId ?? '');
  const listed = async (limit: number, after: string | null) =>
    (await findMembers(db(), projectId, { limit, after, named: '' })).map(({ userId }) => userId);
  const left = [people[0], people[1], people[3]].map((person) => person?.userId);
  expect(await listed(10, null)).toEqual(left);
  expect(await listed(1, left[0] ?? '')).toEqual(left.slice(1));
});

test('whoever counts the owners keeps everybody else from changing them', async () => {
  const { projectId, owner } = await aProject();
  const second = await aMember(projectId, 'owner');
  const step = (userId: string) =>
    transaction(async (tx) => {
      const owners = await countOtherOwnersLocked(tx, projectId, userId);
      if (owners > 0) await endMembership(tx, projectId, userId);
      return owners;
    });
  const counted = await Promise.all([step(owner.userId), step(second.userId)]);
  expect(counted.toSorted((a, b) => a - b)).toEqual([0, 1]);
});
