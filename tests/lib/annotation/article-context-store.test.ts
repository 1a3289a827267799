import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('tells the article as one person finds it', async () => {
  const { projectId, owner } = await aProject({ blind: 'open', hideSource: true });
  const { articleId, revisionId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { layerId } = await anAnnotation(analyst, articleId);
  const ofOwner = await findArticleContext(db(), articleId, owner.userId);
  expect(ofOwner).toMatchObject({
    articleId,
    revisionId,
    projectId,
    blind: 'open',
    hideSource: true,
    projectArchived: false,
    articleArchived: false,
    role: 'owner',
    own: null,
    codebookVersion: 1,
  });
  expect(await findArticleContext(db(), articleId, analyst.userId)).toMatchObject({
    role: 'analyst',
    own: { id: layerId, revisionId, state: 'open', eventCount: 1 },
  });
});

test('strangers and those removed have no role; what is not there is null', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  await db().membership.updateMany({
    where: { userId: analyst.userId },
    data: { removedAt: new Date() },
  });
  for (const { userId } of [analyst, await aPerson()])
    expect(await findArticleContext(db(), articleId, userId)).toMatchObject({ role: null });
  expect(await findArticleContext(db(), v7(), analyst.userId)).toBeNull();
});
