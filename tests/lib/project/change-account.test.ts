import { describe, expect, test } from '@jest/globals';
import { makeToken } from '@/lib/access/make-token';
import { roles } from '@/lib/access/role';
import { signIn } from '@/lib/access/sign-in';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import { listAnnotations } from '@/lib/annotation/list-annotations';
import { db } from '@/lib/db';
import { acceptInvitation } from '@/lib/project/accept-invitation';
import { changeAccount } from '@/lib/project/change-account';
import { invite } from '@/lib/project/invite';
import { listMembers } from '@/lib/project/list-members';
import { addMember } from '@/lib/project/membership-store';
import { removeMember } from '@/lib/project/remove-member';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { signedIn } from '@/tests/builders/signed-in';
import { refused } from '@/tests/builders/refused';

test('refuses strangers, tokens, and an account of nobody here', async () => {
  const { projectId, owner } = await aProject();
  const member = await aMember(projectId, 'viewer');
  const asked = (who: typeof owner, userId: string) =>
    refused(changeAccount(who, projectId, userId, true));
  expect(await asked(await aPerson(), member.userId)).toMatchObject({ reason: 'absent' });
  expect(await asked(owner, (await aPerson()).userId)).toMatchObject({ reason: 'absent' });
  expect(await asked({ ...owner, by: 'token' }, member.userId)).toMatchObject({
    reason: 'forbidden',
  });
  expect(await asked(owner, owner.userId)).toMatchObject({ reason: 'forbidden' });
});

describe.each(roles)('as %s', (role) => {
  test.each(roles)('one who is %s', async (theirs) => {
    const { projectId } = await aProject();
    const [asker, member] = [await aMember(projectId, role), await aMember(projectId, theirs)];
    for (const disabled of [true, false]) {
      const changed = changeAccount(asker, projectId, member.userId, disabled);
      if (role === 'owner') await changed;
      else expect(await refused(changed)).toMatchObject({ reason: 'forbidden' });
    }
  });
});

test('rights elsewhere count: an owner of all of their projects may, and nobody else', async () => {
  const { projectId, owner } = await aProject();
  const member = await aMember(projectId, 'viewer');
  const elsewhere = await aProject();
  await addMember(db(), elsewhere.projectId, member.userId, 'viewer');
  const disable = () => changeAccount(owner, projectId, member.userId, true);
  expect(await refused(disable())).toMatchObject({ reason: 'forbidden' });
  await addMember(db(), elsewhere.projectId, owner.userId, 'manager');
  expect(await refused(disable())).toMatchObject({ reason: 'forbidden' });
  await db().membership.updateMany({
    where: { projectId: elsewhere.projectId, userId: owner.userId },
    data: { role: 'owner' },
  });
  await disable();
});

test('sessions and tokens end, annotations stay; enabled again, they sign in anew', async () => {
  const { projectId, owner } = await aProject();
  const password = 'correct horse battery';
  const member = await signedIn(await aMember(projectId, 'analyst', { password }));
  const isIn = async () => (await viewerOfSession(member.userId, member.sessionId ?? '')) !== null;
  const { articleId } = await anArticle(projectId);
  const { id, layerId } = await anAnnotation(member, articleId);
  const { token } = await makeToken(member, { name: 'x', scopes: ['read'] });
  expect(await isIn()).toBe(true);
  expect(await viewerOfToken(token)).not.toBeNull();
  const into = () =>
    signIn({ email: member.email, password, address: '192.0.2.4', secret: 'of the tests' });
  await changeAccount(owner, projectId, member.userId, true);
  expect(await isIn()).toBe(false);
  expect(await viewerOfToken(token)).toBeNull();
  expect(await into()).toBeNull();
  const page = await listAnnotations(owner, layerId, { limit: 10, offsetUnit: 'utf-16' });
  expect(page.items.map((item) => item.id)).toEqual([id]);
  await changeAccount(owner, projectId, member.userId, false);
  expect(await isIn()).toBe(false);
  expect(await viewerOfToken(token)).toBeNull();
  expect(await into()).not.toBeNull();
});

test('those who manage see who is disabled, and nobody else does', async () => {
  const { projectId, owner } = await aProject();
  const [manager, member] = [
    await aMember(projectId, 'manager'),
    await aMember(projectId, 'viewer'),
  ];
  await changeAccount(owner, projectId, member.userId, true);
  const seenBy = async (who: typeof owner) => {
    const { items } = await listMembers(who, projectId, { limit: 10 });
    return items.filter(({ disabledAt }) => disabledAt !== null).map(({ userId }) => userId);
  };
  expect(await seenBy(owner)).toEqual([member.userId]);
  expect(await seenBy(manager)).toEqual([member.userId]);
  expect(await seenBy(await aMember(projectId, 'analyst'))).toEqual([]);
});

test('an invitation of one who is disabled lets nobody in', async () => {
  const { projectId, owner } = await aProject();
  const manager = await aMember(projectId, 'manager');
  const { token } = await invite(manager, projectId, { role: 'viewer' }, 'http://localhost');
  await changeAccount(owner, projectId, manager.userId, true);
  const back = acceptInvitation(await aPerson(), token, null);
  expect(await refused(back)).toMatchObject({ reason: 'absent' });
});

test('a project keeps an owner who can sign in, whatever happens at once', async () => {
  const { projectId, owner } = await aProject();
  const second = await aMember(projectId, 'owner');
  const both = await Promise.allSettled([
    changeAccount(owner, projectId, second.userId, true),
    changeAccount(second, projectId, owner.userId, true),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const left = await db().user.findFirstOrThrow({
    where: { disabledAt: null, id: { in: [owner.userId, second.userId] } },
  });
  const viewer = left.id === owner.userId ? owner : second;
  const gone = left.id === owner.userId ? second : owner;
  expect(await refused(removeMember(viewer, projectId, viewer.userId))).toMatchObject({
    reason: 'conflict',
  });
  await removeMember(viewer, projectId, gone.userId);
});
