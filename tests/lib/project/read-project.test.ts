import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import { archiveProject } from '@/lib/project/change-project';
import { readProject, listProjects } from '@/lib/project/read-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { refused } from '@/tests/builders/refused';

describe('read project', () => {
  test('refuses a stranger; shows every member their role', async () => {
    const { projectId } = await aProject({ name: 'Quay' });
    expect(await refused(readProject(await aPerson(), projectId))).toMatchObject({
      reason: 'absent',
    });
    for (const role of roles) {
      const member = await aMember(projectId, role);
      expect(await readProject(member, projectId)).toMatchObject({
        id: projectId,
        name: 'Quay',
        role,
      });
    }
  });
});

describe('list projects', () => {
  test('a stranger sees none of it; a member pages through their own', async () => {
    const { projectId: first } = await aProject();
    const ada = await aMember(first, 'viewer');
    const { projectId: second } = await aProject({ owner: ada });
    expect(await listProjects(await aPerson(), { limit: 10 })).toEqual({
      items: [],
      nextCursor: null,
    });
    const one = await listProjects(ada, { limit: 1 });
    const two = await listProjects(ada, { limit: 1, cursor: one.nextCursor ?? '' });
    expect([...one.items, ...two.items].map(({ id, role }) => [id, role])).toEqual([
      [second, 'owner'],
      [first, 'viewer'],
    ]);
    expect(two.nextCursor).toBeNull();
    expect(await refused(listProjects(ada, { limit: 1, cursor: 'guess' }))).toMatchObject({
      reason: 'invalid',
    });
  });

  test('archived projects are listed apart, and for their owners only', async () => {
    const { projectId, owner } = await aProject();
    const manager = await aMember(projectId, 'manager');
    const { projectId: active } = await aProject({ owner });
    await archiveProject(owner, projectId);
    const listed = async (who: typeof owner, archived: boolean) =>
      (await listProjects(who, { limit: 10, archived })).items.map(({ id }) => id);
    expect([await listed(owner, false), await listed(owner, true)]).toEqual([
      [active],
      [projectId],
    ]);
    expect(await listed(manager, true)).toEqual([]);
  });
});
