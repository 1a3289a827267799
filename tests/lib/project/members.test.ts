import { listAnnotations } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { listMembers, changeRole, removeMember } from '@/lib/project/members';
import { readProject } from '@/lib/project/read-project';
import { roleIn } from '@/lib/project/require-membership';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('list members', () => {
  test('refuses a stranger; e-mail addresses are for those who invite, and one’s own', async () => {
    const { projectId, owner } = await aProject();
    const manager = await aMember(projectId, 'manager');
    const analyst = await aMember(projectId, 'analyst');
    const stranger = await aPerson();
    expect(await refused(listMembers(stranger, projectId, { limit: 10 }))).toMatchObject({
      reason: 'absent',
    });
    const seen = async (by: typeof owner) =>
      (await listMembers(by, projectId, { limit: 10 })).items.map(({ email }) => email);
    expect(await seen(owner)).toEqual([owner.email, manager.email, analyst.email]);
    expect(await seen(manager)).toEqual([owner.email, manager.email, analyst.email]);
    expect(await seen(analyst)).toEqual([null, null, analyst.email]);
  });

  test('comes page by page', async () => {
    const { projectId, owner } = await aProject();
    const viewer = await aMember(projectId, 'viewer');
    const first = await listMembers(viewer, projectId, { limit: 1 });
    const cursor = first.nextCursor ?? '';
    const second = await listMembers(viewer, projectId, { limit: 1, cursor });
    expect([...first.items, ...second.items].map(({ userId, role }) => [userId, role])).toEqual([
      [owner.userId, 'owner'],
      [viewer.userId, 'viewer'],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test('finds by a part of the name, in whatever case, never by what is not shown', async () => {
    const { projectId, owner } = await aProject();
    const ada = await aMember(projectId, 'analyst', {
      name: 'Ada_Lovelace',
      email: 'x@hidden.example',
    });
    await aMember(projectId, 'analyst', { name: 'Ada Byron' });
    const found = async (q: string) =>
      (await listMembers(ada, projectId, { limit: 10, q })).items.map(({ name }) => name);
    expect(await found('ADA')).toEqual(['Ada_Lovelace', 'Ada Byron']);
    expect(await found('ada_')).toEqual(['Ada_Lovelace']);
    expect(await found('%')).toEqual([]);
    expect(await found('hidden')).toEqual([]);
    expect(await found('')).toContain(owner.name);
  });
});

describe('change role', () => {
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
});

describe('remove member', () => {
  test('refuses all but owners, though everybody may leave', async () => {
    const { projectId, owner } = await aProject();
    for (const role of ['manager', 'analyst', 'viewer'] as const) {
      const member = await aMember(projectId, role);
      expect(await refused(removeMember(member, projectId, owner.userId))).toMatchObject({
        reason: 'forbidden',
      });
      await removeMember(member, projectId, member.userId);
      expect(await refused(readProject(member, projectId))).toMatchObject({ reason: 'absent' });
    }
    expect(await refused(removeMember(await aPerson(), projectId, owner.userId))).toMatchObject({
      reason: 'absent',
    });
  });

  test('what a removed person marked stays', async () => {
    const { projectId, owner } = await aProject();
    const analyst = await aMember(projectId, 'analyst');
    const { articleId } = await anArticle(projectId);
    const { id, layerId } = await anAnnotation(analyst, articleId);
    await removeMember(owner, projectId, analyst.userId);
    const page = await listAnnotations(owner, layerId, { limit: 10, offsetUnit: 'utf-16' });
    expect(page.items.map((item) => item.id)).toEqual([id]);
    expect(await refused(removeMember(owner, projectId, analyst.userId))).toMatchObject({
      reason: 'absent',
    });
  });

  test('the last owner cannot go', async () => {
    const { projectId, owner } = await aProject();
    expect(await refused(removeMember(owner, projectId, owner.userId))).toMatchObject({
      reason: 'conflict',
    });
  });
});
