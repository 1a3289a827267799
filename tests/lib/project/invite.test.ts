import { expect, test } from '@jest/globals';
import { roles } from '@/lib/access/role';
import { db } from '@/lib/db';
import { invite } from '@/lib/project/invite';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

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

test('tells the link once and keeps its fingerprint, for 14 days', async () => {
  const { projectId, owner } = await aProject();
  const made = await invite(owner, projectId, { role: 'viewer', email: 'ada@example.org' }, origin);
  expect(made.url).toBe(`${origin}/invitations/${made.token}`);
  const row = await db().invitation.findUniqueOrThrow({ where: { id: made.id } });
  expect(JSON.stringify(row)).not.toContain(made.token);
  const days = (row.expiresAt.getTime() - row.createdAt.getTime()) / 86_400_000;
  expect(days).toBeCloseTo(14, 2);
});
