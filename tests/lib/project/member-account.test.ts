import { makeToken } from '@/lib/access/tokens';
import { viewerOfSession, viewerOfToken } from '@/lib/access/visitor';
import { listAnnotations } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { disableByEmail } from '@/lib/access/account-by-email';
import { mayResetPassword, roles } from '@/lib/access/permission';
import { signIn } from '@/lib/access/sign-in';
import { db } from '@/lib/db';
import { acceptInvitation } from '@/lib/project/accept-invitation';
import { acceptReset, readReset } from '@/lib/project/accept-reset';
import { invite } from '@/lib/project/invitations';
import { changeAccount, coversAccount, resetPassword } from '@/lib/project/member-account';
import { listMembers, removeMember, changeRole } from '@/lib/project/members';
import { addMember, setRole } from '@/lib/project/membership-store';
import { updateProject } from '@/lib/project/project-store';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

describe('change account', () => {
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
    test.each(roles)('a member who is %s', async (theirs) => {
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
    const isIn = async () =>
      (await viewerOfSession(member.userId, member.sessionId ?? '')) !== null;
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

  test('an invitation by a disabled account admits nobody', async () => {
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
});

describe('reset password', () => {
  const origin = 'http://localhost:3000';
  const password = 'staple staple staple';
  const secretOf = ({ url }: { url: string }) => url.slice(`${origin}/reset/`.length);

  test('refuses a stranger, who learns nothing, somebody without a common project, and a token', async () => {
    const { projectId, owner } = await aProject();
    const analyst = await aMember(projectId, 'analyst');
    const stranger = await aPerson();
    const other = await aPerson();
    const asked = (who: typeof owner, userId: string) =>
      refused(resetPassword(who, projectId, userId, origin));
    expect(await asked(stranger, analyst.userId)).toMatchObject({ reason: 'absent' });
    expect(await asked(owner, other.userId)).toMatchObject({ reason: 'absent' });
    expect(await asked({ ...owner, by: 'token' }, analyst.userId)).toMatchObject({
      reason: 'forbidden',
    });
    expect(await db().passwordReset.count({ where: { userId: analyst.userId } })).toBe(0);
  });

  describe.each(roles)('as %s', (role) => {
    test.each(roles)('for a member who is %s', async (theirs) => {
      const { projectId } = await aProject();
      const [asker, member] = [await aMember(projectId, role), await aMember(projectId, theirs)];
      const made = resetPassword(asker, projectId, member.userId, origin);
      if (mayResetPassword(role, theirs)) expect((await made).url).toMatch(/\/reset\/[\w-]{43}$/);
      else expect(await refused(made)).toMatchObject({ reason: 'forbidden' });
    });

    test('not for oneself', async () => {
      const { projectId } = await aProject();
      const me = await aMember(projectId, role);
      expect(await refused(resetPassword(me, projectId, me.userId, origin))).toMatchObject({
        reason: 'forbidden',
      });
    });
  });

  describe('rights elsewhere', () => {
    const cases = [
      ['an owner elsewhere, where the asker is nobody', 'owner', null, false],
      ['a viewer elsewhere, where the asker is nobody', 'viewer', null, false],
      ['a colleague of equal rights elsewhere', 'analyst', 'analyst', false],
      ['an analyst elsewhere, whom the asker manages', 'analyst', 'manager', true],
      ['a manager elsewhere, where the asker is one too', 'manager', 'manager', false],
      ['an owner elsewhere, where the asker is one too', 'owner', 'owner', true],
    ] as const;
    test.each(cases)('count: %s', async (_, theirs, mine, isAllowed) => {
      for (const archived of [false, true]) {
        const { projectId, owner } = await aProject();
        const member = await aMember(projectId, 'analyst');
        const elsewhere = await aProject();
        await addMember(db(), elsewhere.projectId, member.userId, theirs);
        if (mine !== null) await addMember(db(), elsewhere.projectId, owner.userId, mine);
        await updateProject(db(), elsewhere.projectId, { archived });
        const made = resetPassword(owner, projectId, member.userId, origin);
        if (isAllowed) expect(await made).toMatchObject({ url: expect.any(String) });
        else expect(await refused(made)).toMatchObject({ reason: 'forbidden' });
        expect(await coversAccount(db(), owner.userId, member.userId, mayResetPassword)).toBe(
          isAllowed,
        );
      }
    });
  });

  async function aReset() {
    const { projectId, owner } = await aProject();
    const member = await aMember(projectId, 'analyst', { password: 'correct horse battery' });
    const secret = secretOf(await resetPassword(owner, projectId, member.userId, origin));
    return { projectId, owner, member, secret };
  }

  test('the link sets a password once, ends sessions and other links, and keeps tokens', async () => {
    const { projectId, owner, member: person, secret } = await aReset();
    const member = await signedIn(person);
    const isIn = async () =>
      (await viewerOfSession(member.userId, member.sessionId ?? '')) !== null;
    const other = secretOf(await resetPassword(owner, projectId, member.userId, origin));
    const { token } = await makeToken(member, { name: 'x', scopes: ['read'] });
    expect(await isIn()).toBe(true);
    expect(await readReset(secret)).toEqual({ email: member.email });
    await acceptReset({ secret, password });
    expect(await isIn()).toBe(false);
    expect(await viewerOfToken(token)).not.toBeNull();
    for (const spent of [secret, other, 'guess']) {
      expect(await readReset(spent)).toBeNull();
      expect(await refused(acceptReset({ secret: spent, password }))).toMatchObject({
        reason: 'absent',
      });
    }
    const into = (word: string) =>
      signIn({ email: member.email, password: word, address: '192.0.2.3', secret: 'of the tests' });
    expect(await into('correct horse battery')).toBeNull();
    expect(await into(password)).not.toBeNull();
  });

  test('the database does not have the secret', async () => {
    const { secret, member } = await aReset();
    const rows = await db().passwordReset.findMany({ where: { userId: member.userId } });
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('two who use it at once: one sets the password', async () => {
    const { secret } = await aReset();
    const both = await Promise.allSettled([
      acceptReset({ secret, password }),
      acceptReset({ secret, password: 'battery horse correct' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a password that is easy to guess uses up nothing', async () => {
    const { secret } = await aReset();
    for (const weak of ['password123', 'aaaaaaaaaaaa'])
      expect(await refused(acceptReset({ secret, password: weak }))).toMatchObject({
        reason: 'invalid',
        faults: [{ path: 'password' }],
      });
    await acceptReset({ secret, password });
  });

  describe('the link ends', () => {
    test('after a day', async () => {
      const { secret, member } = await aReset();
      const expiresAt = new Date(Date.now() - 1);
      await db().passwordReset.updateMany({
        where: { userId: member.userId },
        data: { expiresAt },
      });
      expect(await readReset(secret)).toBeNull();
      expect(await refused(acceptReset({ secret, password }))).toMatchObject({ reason: 'absent' });
    });

    test('when its maker has lost the right to it, by what either has become', async () => {
      const risen = await aReset();
      const { projectId } = await aProject({ owner: risen.member });
      expect(await readReset(risen.secret)).toBeNull();
      await updateProject(db(), projectId, { archived: true });
      expect(await readReset(risen.secret)).toBeNull();
      const fallen = await aReset();
      await aMember(fallen.projectId, 'owner');
      await setRole(db(), fallen.projectId, fallen.owner.userId, 'analyst');
      expect(await readReset(fallen.secret)).toBeNull();
      const gone = await aReset();
      await aMember(gone.projectId, 'owner');
      await removeMember(gone.owner, gone.projectId, gone.owner.userId);
      expect(await refused(acceptReset({ secret: gone.secret, password }))).toMatchObject({
        reason: 'absent',
      });
      const removed = await aReset();
      await removeMember(removed.owner, removed.projectId, removed.member.userId);
      expect(await readReset(removed.secret)).toBeNull();
    });

    test('when its maker or its account is disabled', async () => {
      const [one, other] = [await aReset(), await aReset()];
      await disableByEmail(one.owner.email);
      await disableByEmail(other.member.email);
      for (const { secret } of [one, other]) expect(await readReset(secret)).toBeNull();
      const again = resetPassword(other.owner, other.projectId, other.member.userId, origin);
      expect(await refused(again)).toMatchObject({ reason: 'conflict' });
    });
  });

  test('a member whom a manager may reset becomes an owner: the manager’s link ends', async () => {
    const { projectId, owner } = await aProject();
    const [manager, member] = [
      await aMember(projectId, 'manager'),
      await aMember(projectId, 'viewer'),
    ];
    const secret = secretOf(await resetPassword(manager, projectId, member.userId, origin));
    expect(await readReset(secret)).not.toBeNull();
    await changeRole(owner, projectId, member.userId, 'owner');
    expect(await readReset(secret)).toBeNull();
  });
});
