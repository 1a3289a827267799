import { describe, expect, test } from '@jest/globals';
import { articleChanges } from '@/lib/article/article';
import { changeArticle, archiveArticle } from '@/lib/article/change-article';
import { readArticle, readText } from '@/lib/article/read-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

describe('change article', () => {
  test('refuses viewers without permission', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const changes = { title: 'Mine' };
    const analyst = await aMember(projectId, 'analyst');
    const stranger = await aPerson();
    expect(await refused(changeArticle(analyst, articleId, changes))).toMatchObject({
      reason: 'forbidden',
    });
    expect(await refused(changeArticle(stranger, articleId, changes))).toMatchObject({
      reason: 'absent',
    });
  });

  test('changes what is named, and leaves the text', async () => {
    const { projectId } = await aProject();
    const { articleId, text } = await anArticle(projectId, {
      title: 'A',
      source: 'S',
      author: 'B',
    });
    const manager = await aMember(projectId, 'manager');
    const changes = articleChanges.parse({ title: ' New ', author: '', language: 'de' });
    expect(await changeArticle(manager, articleId, changes)).toMatchObject({
      title: 'New',
      source: 'S',
      author: null,
      language: 'de',
    });
    expect(await readText(manager, articleId)).toBe(text);
  });

  test('an archived article is brought back before anything else', async () => {
    const { projectId, owner } = await aProject();
    const { articleId } = await anArticle(projectId, { title: 'A' });
    await archiveArticle(owner, articleId);
    expect(await refused(changeArticle(owner, articleId, { title: 'B' }))).toMatchObject({
      reason: 'conflict',
    });
    expect(await changeArticle(owner, articleId, { archived: false, title: 'B' })).toMatchObject({
      title: 'B',
      archivedAt: null,
    });
    const away = await changeArticle(owner, articleId, { archived: true });
    expect(away.archivedAt).not.toBeNull();
  });
});

describe('archive article', () => {
  test('refuses viewers without permission', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const analyst = await aMember(projectId, 'analyst');
    expect(await refused(archiveArticle(analyst, articleId))).toMatchObject({
      reason: 'forbidden',
    });
    const stranger = await aPerson();
    expect(await refused(archiveArticle(stranger, articleId))).toMatchObject({ reason: 'absent' });
  });

  test('archiving twice keeps the first date', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const manager = await aMember(projectId, 'manager');
    await archiveArticle(manager, articleId);
    const { archivedAt } = await readArticle(manager, articleId);
    expect(archivedAt).not.toBeNull();
    await archiveArticle(manager, articleId);
    expect((await readArticle(manager, articleId)).archivedAt).toBe(archivedAt);
  });
});
