import { expect, test } from '@jest/globals';
import { exportDownload } from '@/lib/interchange/export-download';
import { exportQuery } from '@/lib/interchange/csv-choice';
import { exportArticle } from '@/lib/interchange/export-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const query = exportQuery.parse({});

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const stranger = await aPerson();
  expect(await refused(exportArticle(stranger, articleId, query, ''))).toMatchObject({
    reason: 'absent',
  });
});

test('is named after the article and holds its annotations alone', async () => {
  const { projectId } = await aProject({ blind: 'closed' });
  const [one, other] = [await anArticle(projectId, { title: 'One' }), await anArticle(projectId)];
  const analyst = await aMember(projectId, 'analyst');
  const { id } = await anAnnotation(analyst, one.articleId);
  await anAnnotation(analyst, other.articleId);
  const made = await exportArticle(analyst, one.articleId, query, '');
  expect(made.title).toBe('One');
  const rows = (await exportDownload(made).text()).trimEnd().split('\r\n');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(new RegExp(`^${id},`));
});
