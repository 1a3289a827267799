import { describe, expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { changeProject, archiveProject } from '@/lib/project/change-project';
import { readProject, listProjects } from '@/lib/project/read-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('change project', () => {
  test('refuses all but owners, and nothing changes', async () => {
    const { projectId, owner } = await aProject({ name: 'Before' });
    for (const role of ['manager', 'analyst', 'viewer'] as const) {
      const member = await aMember(projectId, role);
      expect(await refused(changeProject(member, projectId, { name: 'After' }))).toMatchObject({
        reason: 'forbidden',
      });
    }
    expect(await refused(changeProject(await aPerson(), projectId, {}))).toMatchObject({
      reason: 'absent',
    });
    expect(await readProject(owner, projectId)).toMatchObject({ name: 'Before' });
  });

  test('changes what is named', async () => {
    const { projectId, owner } = await aProject({ description: 'Stays' });
    const changes = { name: 'After', blind: 'open', hideSource: true } as const;
    expect(await changeProject(owner, projectId, changes)).toMatchObject({
      ...changes,
      description: 'Stays',
    });
  });

  test('an archived project takes no change but being brought back', async () => {
    const { projectId, owner } = await aProject();
    expect((await changeProject(owner, projectId, { archived: true })).archivedAt).not.toBeNull();
    expect(await refused(changeProject(owner, projectId, { name: 'x' }))).toMatchObject({
      reason: 'conflict',
    });
    const back = await changeProject(owner, projectId, { archived: false, name: 'Back' });
    expect(back).toMatchObject({ archivedAt: null, name: 'Back' });
  });
});

describe('archive project', () => {
  test('refuses all but owners', async () => {
    const { projectId } = await aProject();
    for (const role of ['manager', 'analyst', 'viewer'] as const)
      expect(
        await refused(archiveProject(await aMember(projectId, role), projectId)),
      ).toMatchObject({
        reason: 'forbidden',
      });
    expect(await refused(archiveProject(await aPerson(), projectId))).toMatchObject({
      reason: 'absent',
    });
  });

  test('takes it out of sight and destroys nothing', async () => {
    const { projectId, owner } = await aProject();
    const { articleId } = await anArticle(projectId);
    const { id } = await anAnnotation(owner, articleId);
    await archiveProject(owner, projectId);
    expect((await listProjects(owner, { limit: 10 })).items).toEqual([]);
    expect(await db().annotation.findUnique({ where: { id, removedAt: null } })).not.toBeNull();
    expect(await refused(archiveProject(owner, projectId))).toMatchObject({ reason: 'conflict' });
  });
});
