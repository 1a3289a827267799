import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { noMergeCounts } from '@/lib/adjudication/merge/merge-counts';
import { findMerges, insertMerge } from '@/lib/adjudication/merge/merge-store';
import { cautious } from '@/lib/adjudication/merge-strategy';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('keeps each run with its strategy and counts, the latest first', async () => {
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
