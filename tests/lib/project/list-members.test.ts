import { expect, test } from '@jest/globals';
import { listMembers } from '@/lib/project/list-members';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

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
