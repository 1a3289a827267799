import { expect, test } from '@jest/globals';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { db } from '@/lib/db';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not: strangers find nothing, viewers may not annotate', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(openMyLayer(await aPerson(), articleId))).toMatchObject({
    reason: 'absent',
  });
  expect(await refused(openMyLayer(viewer, articleId))).toMatchObject({ reason: 'forbidden' });
  expect(await db().layer.count({ where: { articleId } })).toBe(0);
});

test('makes one layer, however often and closely it is asked for', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => openMyLayer(analyst, articleId)),
  );
  expect(new Set(answers.map(({ layer }) => layer.id)).size).toBe(1);
  expect(answers.filter(({ made }) => made)).toHaveLength(1);
  expect(answers[0]?.layer).toMatchObject({
    articleId,
    revision: 1,
    kind: 'analyst',
    author: { id: analyst.userId, name: analyst.name },
    state: 'open',
    annotations: 0,
    submittedAt: null,
  });
});

test('an archived article takes no new layer', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
  expect(await refused(openMyLayer(owner, articleId))).toMatchObject({ reason: 'conflict' });
  expect(await refused(openMyLayer(analyst, articleId))).toMatchObject({ reason: 'absent' });
});

test('where the gate is on, a new analyst begins with what they are measured by', async () => {
  const place = await aCalibration();
  const { projectId, owner, source, learner } = place;
  await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
  const { articleId } = await anArticle(projectId);
  const refusal = await refused(openMyLayer(learner, articleId));
  expect(refusal).toMatchObject({ reason: 'forbidden' });
  expect(refusal.message).toContain('“To be measured by” first');
  expect(await openMyLayer(learner, place.articleId)).toMatchObject({ made: true });
  for (const free of [owner, source]) expect((await openMyLayer(free, articleId)).made).toBe(true);
  await anAttempt(place, learner.userId, false);
  expect(await refused(openMyLayer(learner, articleId))).toMatchObject({ reason: 'forbidden' });
  await anAttempt(place, learner.userId, true);
  expect((await openMyLayer(learner, articleId)).made).toBe(true);
});

test('one who was calibrated once stays so, and a layer that is there stays open', async () => {
  const { projectId, learner, articleId: measured } = await aCalibration();
  const [before, after] = [await anArticle(projectId), await anArticle(projectId)];
  await openMyLayer(learner, before.articleId);
  await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
  expect((await openMyLayer(learner, before.articleId)).made).toBe(false);
  expect(await refused(openMyLayer(learner, after.articleId))).toMatchObject({
    reason: 'forbidden',
  });
  const ofLearner = { projectId, userId: learner.userId };
  await db().membership.updateMany({ where: ofLearner, data: { calibratedAt: new Date() } });
  expect((await openMyLayer(learner, after.articleId)).made).toBe(true);
  expect((await openMyLayer(learner, measured)).made).toBe(true);
});
