import { expect, test } from '@jest/globals';
import { archiveArticle } from '@/lib/article/archive-article';
import { readArticle } from '@/lib/article/read-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  expect(await refused(archiveArticle(analyst, articleId))).toMatchObject({ reason: 'forbidden' });
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
