import { exportQuery } from '@/lib/interchange/export-query';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { SecurityEventKind } from '@/lib/access/security-event';
import { exportProject } from '@/lib/interchange/export-annotations';
import { acceptInvitation } from '@/lib/project/accept-invitation';
import { admitExternal } from '@/lib/project/admit-external';
import { changeProject, archiveProject } from '@/lib/project/change-project';
import { invite, revokeInvitation } from '@/lib/project/invitations';
import { listSecurityEvents } from '@/lib/project/list-security-events';
import { changeRole, removeMember } from '@/lib/project/members';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';
import { securityEventsOf } from '@/tests/builders/security-events-of';

const origin = 'http://127.0.0.1:3000';
const all = { limit: 100 };

test('refuses everybody but owners', async () => {
  const { projectId, owner } = await aProject();
  for (const role of ['manager', 'analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    expect(await refused(listSecurityEvents(member, projectId, all))).toMatchObject({
      reason: 'forbidden',
    });
  }
  const stranger = await aPerson();
  expect(await refused(listSecurityEvents(stranger, projectId, all))).toMatchObject({
    reason: 'absent',
  });
  expect(await listSecurityEvents(owner, projectId, all)).toEqual({ items: [], nextCursor: null });
  await archiveProject(owner, projectId);
  expect((await listSecurityEvents(owner, projectId, all)).items).toHaveLength(1);
});

test('has invitations, roles, removals, settings, exports and archiving, and no secret', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const ada = await aPerson({ name: 'Ada' });
  const actorId = owner.userId;
  const made = await invite(owner, projectId, { role: 'analyst' }, origin);
  await acceptInvitation(ada, made.token, null);
  const spare = await invite(owner, projectId, { role: 'viewer', email: 'x@example.org' }, origin);
  await revokeInvitation(owner, projectId, spare.id);
  await refused(revokeInvitation(owner, projectId, spare.id));
  await changeRole(owner, projectId, ada.userId, 'manager');
  await changeProject(owner, projectId, { name: 'A project', blind: 'open', hideSource: true });
  await changeProject(owner, projectId, { blind: 'open' });
  await exportProject(ada, projectId, exportQuery.parse({ pseudonyms: 'true' }), 'salt');
  await removeMember(ada, projectId, ada.userId);
  await refused(removeMember(owner, projectId, actorId));
  await archiveProject(owner, projectId);
  await changeProject(owner, projectId, { archived: false });
  const events = await securityEventsOf({ projectId });
  const expected: [SecurityEventKind, string, string | null, object][] = [
    ['invitation-made', actorId, null, { invitationId: made.id, role: 'analyst' }],
    ['invitation-accepted', ada.userId, ada.userId, { invitationId: made.id, role: 'analyst' }],
    [
      'invitation-made',
      actorId,
      null,
      { invitationId: spare.id, role: 'viewer', email: 'x@example.org' },
    ],
    ['invitation-revoked', actorId, null, { invitationId: spare.id }],
    ['role-changed', actorId, ada.userId, { from: 'analyst', to: 'manager' }],
    [
      'settings-changed',
      actorId,
      null,
      { changed: ['blind', 'hideSource'], blind: 'open', blindBefore: 'closed', hideSource: true },
    ],
    ['export-made', ada.userId, null, { format: 'csv', pseudonyms: true, text: true }],
    ['member-removed', ada.userId, ada.userId, { role: 'manager' }],
    ['project-archived', actorId, null, {}],
    ['project-restored', actorId, null, {}],
  ];
  expect(
    events.map(({ kind, actorId: by, userId, details }) => [kind, by, userId, details]),
  ).toEqual(expected);
  expect(JSON.stringify(events)).not.toContain(made.token);
});

test('can be narrowed to a kind and to a person, and is read in pages', async () => {
  const { projectId, owner } = await aProject();
  const ada = await aMember(projectId, 'analyst', { name: 'Ada' });
  const ben = await aMember(projectId, 'analyst', { name: 'Ben' });
  await changeRole(owner, projectId, ada.userId, 'viewer');
  await changeRole(owner, projectId, ben.userId, 'viewer');
  await removeMember(ada, projectId, ada.userId);
  const list = (query: object) => listSecurityEvents(owner, projectId, { ...all, ...query });
  const roles = await list({ kind: 'role-changed' });
  expect(roles.items.map(({ person }) => person?.name)).toEqual(['Ben', 'Ada']);
  expect(roles.items[0]?.actor).toEqual({ userId: owner.userId, name: owner.name });
  const adas = await list({ userId: ada.userId });
  expect(adas.items.map(({ kind }) => kind)).toEqual(['member-removed', 'role-changed']);
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual([
    'member-removed',
    'role-changed',
    'role-changed',
  ]);
  expect(second.nextCursor).toBeNull();
  expect(await refused(list({ cursor: 'nonsense' }))).toMatchObject({ reason: 'invalid' });
});

test('signing in by a provider is an event of the person; by a stranger, of nobody', async () => {
  const ada = await aPerson();
  const identity = { provider: 'oidc', subject: v7(), email: ada.email, name: 'Ada' };
  const given = { secret: 'of the tests', address: '192.0.2.5' };
  await admitExternal(identity, given);
  expect(await securityEventsOf({ userId: ada.userId })).toMatchObject([
    { kind: 'provider-linked', actorId: ada.userId, details: { by: 'oidc' } },
    { kind: 'sign-in', actorId: ada.userId, details: { by: 'oidc' } },
  ]);
  expect(await admitExternal({ ...identity, subject: v7(), email: null }, given)).toBeNull();
});
