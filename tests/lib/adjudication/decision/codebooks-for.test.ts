import { expect, test } from '@jest/globals';
import { codebooksFor } from '@/lib/adjudication/decision/codebooks-for';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { basic3 } from '@/lib/codebook/basic-3';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';

test('the newest comes first, then those in which the versions were made', async () => {
  const { projectId, articleId, manager } = await aDisputedArticle();
  const content = { ...basic3, labels: basic3.labels.slice(1) };
  await db().codebookVersion.create({ data: { projectId, version: 2, content } });
  const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
  const [unit] = snapshot.placed.placed;
  const found = await codebooksFor(db(), snapshot, unit?.unit ?? null);
  expect(found.map(({ version, content }) => [version, content.labels.length])).toEqual([
    [2, 2],
    [1, 3],
  ]);
  expect((await codebooksFor(db(), snapshot, null)).map(({ version }) => version)).toEqual([2]);
});
