import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findArticleContext, findWorkspaceArticle } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('article context store', () => {
  test('reads the context of one article for one user', async () => {
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
});

describe('article workspace store', () => {
  test('reads the article with its neighbours by title, archived ones left out', async () => {
    const { projectId } = await aProject();
    const made: Record<string, Awaited<ReturnType<typeof anArticle>>> = {};
    for (const title of ['A', 'B', 'C', 'D']) made[title] = await anArticle(projectId, { title });
    const [b, c, d] = [made.B, made.C, made.D];
    await db().article.update({ where: { id: b?.articleId }, data: { archivedAt: new Date() } });
    const found = await findWorkspaceArticle(db(), c?.articleId ?? '', c?.revisionId ?? '');
    expect(found).toMatchObject({
      article: { id: c?.articleId, title: 'C', archived: false },
      previous: { id: made.A?.articleId, title: 'A' },
      next: { id: d?.articleId, title: 'D' },
    });
    expect(found).toHaveProperty('segmentation');
    const last = await findWorkspaceArticle(db(), d?.articleId ?? '', d?.revisionId ?? '');
    expect(last?.next).toBeNull();
    expect(await findWorkspaceArticle(db(), c?.articleId ?? '', v7())).toBeNull();
  });
});
