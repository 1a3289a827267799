import { expect, test } from '@jest/globals';
import { listAnnotations } from '@/lib/annotation/list-annotations';
import { readProject } from '@/lib/project/read-project';
import { removeMember } from '@/lib/project/remove-member';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses all but owners, though everybody may leave', async () => {
  const { projectId, owner } = await aProject();
  for (const role of ['manager', 'analyst', 'viewer'] as const) {
    const member = await aMember(projectId, role);
    expect(await refused(removeMember(member, projectId, owner.userId))).toMatchObject({
      reason: 'forbidden',
    });
    await removeMember(member, projectId, member.userId);
    expect(await refused(readProject(member, projectId))).toMatchObject({ reason: 'absent' });
  }
  expect(await refused(removeMember(await aPerson(), projectId, owner.userId))).toMatchObject({
    reason: 'absent',
  });
});

test('what a removed person marked stays', async () => {
  const { projectId, owner } = await aProject();
  const analyst = await aMember(projectId, 'analyst');
  const { articleId } = await anArticle(projectId);
  const { id, layerId } = await anAnnotation(analyst, articleId);
  await removeMember(owner, projectId, analyst.userId);
  const page = await listAnnotations(owner, layerId, { limit: 10, offsetUnit: 'utf-16' });
  expect(page.items.map((item) => item.id)).toEqual([id]);
  expect(await refused(removeMember(owner, projectId, analyst.userId))).toMatchObject({
    reason: 'absent',
  });
});

test('the last owner cannot go', async () => {
  const { projectId, owner } = await aProject();
  expect(await refused(removeMember(owner, projectId, owner.userId))).toMatchObject({
    reason: 'conflict',
  });
});
