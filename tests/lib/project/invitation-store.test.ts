import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import {
  findInvitations,
  findOffer,
  insertInvitation,
  isInvited,
  revokeInvitationRow,
  spendInvitation,
} from '@/lib/project/invitation-store';
import { updateProject } from '@/lib/project/project-store';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';

const now = new Date('2026-06-01T12:00:00Z');
const later = new Date('2026-06-02T12:00:00Z');

async function anInvitation(expiresAt = later, email: string | null = null) {
  const { projectId, owner } = await aProject({ name: 'Quay' });
  const [id, hash] = [v7(), v7()];
  const invitation = { id, projectId, email, role: 'analyst' as const, hash, expiresAt };
  await insertInvitation(db(), { ...invitation, invitedById: owner.userId });
  return { ...invitation, owner };
}

test('an open invitation has its offer, and is in its project’s list', async () => {
  const { id, hash, projectId, owner } = await anInvitation();
  expect(await findOffer(db(), hash, now)).toMatchObject({
    id,
    projectId,
    project: 'Quay',
    role: 'analyst',
    invitedBy: owner.name,
    expiresAt: later.toISOString(),
  });
  expect((await findInvitations(db(), projectId, now)).map((found) => found.id)).toEqual([id]);
  expect(await findOffer(db(), v7(), now)).toBeNull();
});

test.each(['expired', 'revoked', 'accepted', 'archived'])('one that is %s is gone', async (why) => {
  const { id, hash, projectId } = await anInvitation(why === 'expired' ? now : later);
  if (why === 'revoked') expect(await revokeInvitationRow(db(), projectId, id, now)).toBe(true);
  if (why === 'archived') await updateProject(db(), projectId, { archived: true });
  const { userId } = await aPerson();
  if (why === 'accepted') expect(await spendInvitation(db(), id, userId, now)).toBe(true);
  expect(await findOffer(db(), hash, now)).toBeNull();
  expect(await findInvitations(db(), projectId, now)).toEqual([]);
  expect(await spendInvitation(db(), id, userId, now)).toBe(false);
  expect(await revokeInvitationRow(db(), projectId, id, now)).toBe(false);
});

test('two who accept at once: one is in', async () => {
  const { id } = await anInvitation();
  const [one, two] = [await aPerson(), await aPerson()];
  const spent = await Promise.all(
    [one, two].map(({ userId }) => spendInvitation(db(), id, userId, now)),
  );
  expect(spent.filter(Boolean)).toHaveLength(1);
});

test('whether somebody is invited is asked by address; another project takes nothing back', async () => {
  const email = `${v7()}@example.org`;
  const { id } = await anInvitation(later, email);
  const other = await anInvitation();
  expect(await isInvited(db(), email, now)).toBe(true);
  expect(await isInvited(db(), email, later)).toBe(false);
  expect(await isInvited(db(), `x${email}`, now)).toBe(false);
  expect(await revokeInvitationRow(db(), other.projectId, id, now)).toBe(false);
});
