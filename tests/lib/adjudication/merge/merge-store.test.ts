import { archiveArticle } from '@/lib/article/change-article';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { cautious, noMergeCounts } from '@/lib/adjudication/merge/merge';
import { findMerges, insertMerge, findMergeArticles } from '@/lib/adjudication/merge/merge-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('merge store', () => {
  test('stores each run with its strategy and counts, latest first', async () => {
    const { projectId, owner } = await aProject();
    const { articleId } = await anArticle(projectId);
    const run = { articleId, strategy: cautious, counts: noMergeCounts, byId: owner.userId };
    const [first, second] = [v7(), v7()];
    await insertMerge(db(), { id: first, ...run });
    await insertMerge(db(), { id: second, ...run, counts: { ...noMergeCounts, units: 2 } });
    const found = await findMerges(db(), articleId, { limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([second, first]);
    expect(found[0]).toMatchObject({
      strategy: cautious,
      counts: { units: 2 },
      by: { id: owner.userId, name: owner.name },
    });
    expect(await findMerges(db(), articleId, { limit: 1 })).toHaveLength(1);
    const [latest] = found;
    const after = [latest?.at ?? '', latest?.id ?? ''] as const;
    const rest = await findMerges(db(), articleId, { limit: 10, after });
    expect(rest.map(({ id }) => id)).toEqual([first]);
  });
});

describe('merge articles store', () => {
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
});
