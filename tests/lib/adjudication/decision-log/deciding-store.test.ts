import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findDecisionOf } from '@/lib/adjudication/decision-log/deciding-store';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test('finds what made the present version, and nothing of what was removed or never decided', async () => {
  const { projectId, owner } = await aProject();
  const text = 'A reckless gamble of theirs.';
  const article = await anArticle(projectId, { text });
  await aConsensus(owner, { ...article, text }, [{ label: 'loaded_framing', words: 'reckless' }]);
  const [made] = await db().decidedVersion.findMany({
    where: { decision: { articleId: article.articleId } },
  });
  const annotationId = made?.annotationId ?? '';
  expect(await findDecisionOf(db(), annotationId)).toBe(made?.decisionId);
  expect(await findDecisionOf(db(), v7())).toBeNull();
  await db().annotation.update({ where: { id: annotationId }, data: { removedAt: new Date() } });
  expect(await findDecisionOf(db(), annotationId)).toBeNull();
});
