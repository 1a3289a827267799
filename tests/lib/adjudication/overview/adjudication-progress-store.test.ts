import { expect, test } from '@jest/globals';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { findAdjudicationProgress } from '@/lib/adjudication/overview/adjudication-progress-store';
import { db } from '@/lib/db';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { deciding, unitOn } from '@/tests/builders/deciding';

test('counts layers and current decisions, of people and of rules', async () => {
  const { projectId, articleId, manager, owner } = await aDisputedArticle();
  const found = async () =>
    (await findAdjudicationProgress(db(), projectId, { limit: 10, after: null }))[0];
  expect(await found()).toEqual({
    articleId,
    title: 'An article',
    submitted: 3,
    unsubmitted: 0,
    state: null,
    people: 0,
    rules: 0,
    attributes: 0,
    merge: null,
    calibration: false,
  });
  await mergeArticle(manager, articleId, { preview: false });
  await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
  await anAnnotation(owner, articleId);
  expect(await found()).toMatchObject({
    unsubmitted: 1,
    state: 'open',
    people: 1,
    rules: 1,
    merge: { open: 2, units: 3 },
  });
});

test('does not count learners, who are measured by the consensus', async () => {
  const { projectId, articleId } = await aDisputedArticle();
  await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
  await anAnnotation(await aMember(projectId, 'analyst'), articleId);
  expect(await findAdjudicationProgress(db(), projectId, { limit: 10, after: null })).toMatchObject(
    [{ submitted: 3, unsubmitted: 0, calibration: true }],
  );
});
