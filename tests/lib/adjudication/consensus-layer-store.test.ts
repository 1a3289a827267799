import { expect, test } from '@jest/globals';
import {
  findConsensus,
  holdArticle,
  insertConsensus,
} from '@/lib/adjudication/consensus-layer-store';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('an article has a consensus once it was opened', async () => {
  const { projectId } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  expect(await findConsensus(db(), articleId)).toBeNull();
  const made = await insertConsensus(db(), { articleId, revisionId });
  expect(made).toMatchObject({ revisionId, state: 'open', eventCount: 0 });
  expect(await findConsensus(db(), articleId)).toEqual(made);
});

test('whoever holds the article is alone with it', async () => {
  const { projectId } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const openOnce = () =>
    transaction(async (tx) => {
      await holdArticle(tx, articleId);
      if ((await findConsensus(tx, articleId)) === null)
        await insertConsensus(tx, { articleId, revisionId });
    });
  await Promise.all([openOnce(), openOnce(), openOnce()]);
  expect(await db().layer.count({ where: { articleId, kind: 'consensus' } })).toBe(1);
});
