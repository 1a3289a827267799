import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { acceptInvitation, readOffer } from '@/lib/project/accept-invitation';
import { invite } from '@/lib/project/invitations';
import { changeRole } from '@/lib/project/members';
import { roleIn } from '@/lib/project/require-membership';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

describe('read offer', () => {
  test('shows the offer to whoever holds the link, and nothing to a guesser', async () => {
    const { projectId, owner } = await aProject({ name: 'Quay' });
    const input = { role: 'analyst', email: 'ada@example.org' } as const;
    const { token, expiresAt } = await invite(owner, projectId, input, 'http://localhost');
    expect(await readOffer(token)).toEqual({
      project: 'Quay',
      role: 'analyst',
      invitedBy: owner.name,
      email: 'ada@example.org',
      expiresAt,
    });
    expect(await readOffer(`${token}x`)).toBeNull();
  });
});

describe('accept invitation', () => {
  const newcomer = () => ({ name: 'Ada', email: `${v7()}@example.org`, password: 'long enough' });

  async function anInvitation(email?: string) {
    const { projectId, owner } = await aProject();
    const { token } = await invite(
      owner,
      projectId,
      { role: 'analyst', email },
      'http://localhost',
    );
    return { projectId, owner, token };
  }

  test('refuses a guess, and somebody who says nothing of who they are', async () => {
    const { token } = await anInvitation();
    expect(await refused(acceptInvitation(null, 'guess', newcomer()))).toMatchObject({
      reason: 'absent',
    });
    expect(await refused(acceptInvitation(null, token, null))).toMatchObject({ reason: 'unknown' });
  });

  test('refuses a newcomer’s password that is easy to guess, and uses up nothing', async () => {
    const { token } = await anInvitation();
    const weak = acceptInvitation(null, token, { ...newcomer(), password: 'password123' });
    expect(await refused(weak)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'password' }],
    });
    expect(await acceptInvitation(null, token, newcomer())).toMatchObject({ role: 'analyst' });
  });

  test('lets in the one signed in, or somebody new, once', async () => {
    const one = await anInvitation();
    const ben = await aPerson();
    expect(await acceptInvitation(ben, one.token, null)).toEqual({
      projectId: one.projectId,
      userId: ben.userId,
      role: 'analyst',
    });
    const late = acceptInvitation(await aPerson(), one.token, null);
    expect(await refused(late)).toMatchObject({ reason: 'absent' });
    const two = await anInvitation();
    const { userId } = await acceptInvitation(null, two.token, newcomer());
    expect(await roleIn(db(), two.projectId, userId)).toBe('analyst');
  });

  test('one made for an address is for that person alone', async () => {
    const ada = newcomer();
    const { token } = await anInvitation(ada.email);
    const eve = await aPerson();
    expect(await refused(acceptInvitation(eve, token, null))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(acceptInvitation(null, token, newcomer()))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await readOffer(token)).not.toBeNull();
    expect(await acceptInvitation(null, token, ada)).toMatchObject({ role: 'analyst' });
  });

  test('a known address signs in first; nothing is used up', async () => {
    const { token } = await anInvitation();
    const known = await aPerson();
    const again = acceptInvitation(null, token, { ...newcomer(), email: known.email });
    expect(await refused(again)).toMatchObject({ reason: 'conflict' });
    expect(await readOffer(token)).not.toBeNull();
  });

  test('a member keeps the role, and the link stays for somebody else', async () => {
    const { projectId, owner, token } = await anInvitation();
    expect(await refused(acceptInvitation(owner, token, null))).toMatchObject({
      reason: 'conflict',
    });
    expect(await roleIn(db(), projectId, owner.userId)).toBe('owner');
    expect(await readOffer(token)).not.toBeNull();
  });

  test('two at once: one comes in', async () => {
    const { token } = await anInvitation();
    const people = [await aPerson(), await aPerson()];
    const came = await Promise.allSettled(people.map((who) => acceptInvitation(who, token, null)));
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a link counts only while its maker could still make it', async () => {
    const { projectId, owner } = await aProject();
    const second = await aMember(projectId, 'owner');
    const { token } = await invite(second, projectId, { role: 'manager' }, 'http://localhost');
    await changeRole(owner, projectId, second.userId, 'manager');
    expect(await refused(acceptInvitation(await aPerson(), token, null))).toMatchObject({
      reason: 'absent',
    });
  });
});
