import { openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { readComparisonWorkspace } from '@/lib/comparison/read-comparison-workspace';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses a user without access', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const asked = readComparisonWorkspace(await aPerson(), articleId);
  expect(await refused(asked)).toMatchObject({ reason: 'absent' });
});

test('returns every visible layer that has begun, the consensus too', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed', hideSource: true });
  const { articleId, revisionId } = await anArticle(projectId, { source: 'The Daily' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  await anAnnotation(ada, articleId);
  await openMyLayer(ben, articleId);
  const consensus = { id: v7(), articleId, revisionId, kind: 'consensus', state: 'submitted' };
  await db().layer.create({ data: consensus });
  const names = async (who: typeof owner) =>
    (await readComparisonWorkspace(who, articleId)).layers.map(({ author }) => author);
  expect(await names(owner)).toEqual([ada.name, 'Consensus']);
  expect(await names(ada)).toEqual([ada.name]);
  expect(await names(await aMember(projectId, 'viewer'))).toEqual(['Consensus']);
  expect((await readComparisonWorkspace(ada, articleId)).article.source).toBeNull();
  expect((await readComparisonWorkspace(ada, articleId)).opensOnSubmission).toBe(false);
});
