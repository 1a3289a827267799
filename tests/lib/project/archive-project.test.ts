import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { archiveProject } from '@/lib/project/archive-project';
import { listProjects } from '@/lib/project/list-projects';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses all but owners', async () => {
  const { projectId } = await aProject();
  for (const role of ['manager', 'analyst', 'viewer'] as const)
    expect(await refused(archiveProject(await aMember(projectId, role), projectId))).toMatchObject({
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
