import { expect, test } from '@jest/globals';
import { findMergeArticles } from '@/lib/adjudication/merge/merge-articles-store';
import { archiveArticle } from '@/lib/article/archive-article';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { aReadArticle } from '@/tests/builders/a-read-article';

test('finds those that somebody has submitted, in the order of the list', async () => {
  const { projectId, owner } = await aProject();
  const ada = await aMember(projectId, 'analyst');
  const second = await aReadArticle(projectId, [[ada, []]], { title: 'B' });
  const first = await aReadArticle(projectId, [[ada, []]], { title: 'A' });
  const gone = await aReadArticle(projectId, [[ada, []]], { title: 'C' });
  await archiveArticle(owner, gone.articleId);
  await anAnnotation(ada, (await anArticle(projectId)).articleId);
  expect(await findMergeArticles(db(), projectId)).toEqual([
    { articleId: first.articleId, title: 'A' },
    { articleId: second.articleId, title: 'B' },
  ]);
});
