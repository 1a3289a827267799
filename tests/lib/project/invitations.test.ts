import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { readOffer } from '@/lib/project/accept-invitation';
import { invite, listInvitations, revokeInvitation } from '@/lib/project/invitations';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

describe('invite', () => {
  const origin = 'https://parallax.example.org';

  test('owners invite anybody, managers analysts and viewers, others nobody', async () => {
    const { projectId, owner } = await aProject();
    const allowed = { owner: roles, manager: ['analyst', 'viewer'], analyst: [], viewer: [] };
    for (const role of roles) {
      const by = role === 'owner' ? owner : await aMember(projectId, role);
      for (const invited of roles) {
        const asked = invite(by, projectId, { role: invited }, origin);
        if ((allowed[role] as readonly string[]).includes(invited))
          expect(await asked).toMatchObject({ role: invited });
        else expect(await refused(asked)).toMatchObject({ reason: 'forbidden' });
      }
    }
    const stranger = invite(await aPerson(), projectId, { role: 'viewer' }, origin);
    expect(await refused(stranger)).toMatchObject({ reason: 'absent' });
  });

  test('returns the link once and stores its fingerprint, for 14 days', async () => {
    const { projectId, owner } = await aProject();
    const made = await invite(
      owner,
      projectId,
      { role: 'viewer', email: 'ada@example.org' },
      origin,
    );
    expect(made.url).toBe(`${origin}/invitations/${made.token}`);
    const row = await db().invitation.findUniqueOrThrow({ where: { id: made.id } });
    expect(JSON.stringify(row)).not.toContain(made.token);
    const days = (row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000;
    expect(days).toBeCloseTo(14, 2);
  });
});

describe('list invitations', () => {
  test('refuses those who may not invite; shows others everything but the links', async () => {
    const { projectId, owner } = await aProject();
    for (const role of ['analyst', 'viewer'] as const)
      expect(
        await refused(listInvitations(await aMember(projectId, role), projectId)),
      ).toMatchObject({
        reason: 'forbidden',
      });
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
});

describe('revoke invitation', () => {
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
    expect(await refused(revokeInvitation(elsewhere.owner, elsewhere.projectId, id))).toMatchObject(
      {
        reason: 'absent',
      },
    );
    expect(await readOffer(token)).not.toBeNull();
  });

  test('takes the link back at once', async () => {
    const { projectId, owner } = await aProject();
    const { id, token } = await invite(owner, projectId, { role: 'viewer' }, 'http://localhost');
    await revokeInvitation(owner, projectId, id);
    expect(await readOffer(token)).toBeNull();
    expect(await refused(revokeInvitation(owner, projectId, id))).toMatchObject({
      reason: 'absent',
    });
  });
});
