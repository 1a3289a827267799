import { expect, test } from '@jest/globals';
import { readCalibrationBoard } from '@/lib/calibration/read-calibration-board';
import { db } from '@/lib/db';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aCalibration();
  expect(await refused(readCalibrationBoard(await aPerson(), projectId, []))).toMatchObject({
    reason: 'absent',
  });
});

test('tells a learner what to label first, and a manager what may be marked', async () => {
  const place = await aCalibration();
  const { projectId, articleId, owner, source, learner } = place;
  const { articleId: usual } = await anArticle(projectId);
  const board = (who: typeof owner) => readCalibrationBoard(who, projectId, [articleId, usual]);
  const one = { articleId, title: 'To be measured by' };
  expect(await board(learner)).toMatchObject({
    articles: [one],
    first: [one],
    isGated: false,
    markable: null,
  });
  await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
  expect(await board(learner)).toMatchObject({ isGated: true });
  const free = { articles: [one], first: [], isGated: false };
  expect(await board(source)).toMatchObject({ ...free, markable: null });
  expect(await board(await aMember(projectId, 'viewer'))).toMatchObject(free);
  for (const who of [owner, await aMember(projectId, 'manager')])
    expect(await board(who)).toMatchObject({ ...free, markable: [articleId] });
  await anAttempt(place, learner.userId, true);
  expect(await board(learner)).toMatchObject({ ...free, articles: [{ hasPassed: true }] });
});

test('one who is calibrated is shown what is new, and not held to it', async () => {
  const { projectId, learner } = await aCalibration();
  await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
  const ofLearner = { projectId, userId: learner.userId };
  await db().membership.updateMany({ where: ofLearner, data: { calibratedAt: new Date() } });
  expect(await readCalibrationBoard(learner, projectId, [])).toMatchObject({
    first: [{ title: 'To be measured by' }],
    isGated: false,
  });
});
