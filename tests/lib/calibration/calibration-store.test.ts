import { openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findAttempts,
  findCalibratedAt,
  findCalibrationSince,
  findLearner,
  findLayerToMeasure,
  findResolved,
  insertAttempt,
  setCalibrated,
  setCalibration,
} from '@/lib/calibration/calibration-store';
import { scoreOf } from '@/lib/calibration/score';
import { setLayerState } from '@/lib/annotation/layer-store';
import { db } from '@/lib/db';
import { aCalibration } from '@/tests/builders/a-calibration';

test('an article is a calibration article since it was first marked', async () => {
  const { articleId } = await aCalibration();
  const since = await findCalibrationSince(db(), articleId);
  await setCalibration(db(), articleId, true);
  expect(await findCalibrationSince(db(), articleId)).toBe(since);
  await setCalibration(db(), articleId, false);
  expect(await findCalibrationSince(db(), articleId)).toBeNull();
  await setCalibration(db(), articleId, true);
  expect(await findCalibrationSince(db(), articleId)).not.toBeNull();
  expect(await findCalibrationSince(db(), v7())).toBeNull();
});

test('a layer is to be scored while it is submitted, over a calibration article, of a member', async () => {
  const { articleId, projectId, learner, consensusId } = await aCalibration();
  const { layer } = await openMyLayer(learner, articleId);
  const found = () => findLayerToMeasure(db(), layer.id);
  expect(await found()).toBeNull();
  await setLayerState(db(), layer.id, 'submitted');
  const submission = {
    articleId,
    projectId,
    userId: learner.userId,
    role: 'analyst',
    eventCount: 0,
  };
  expect(await found()).toMatchObject({ ...submission, isMeasured: false });
  expect(await findLayerToMeasure(db(), consensusId)).toBeNull();
  await setCalibration(db(), articleId, false);
  expect(await found()).toBeNull();
  await setCalibration(db(), articleId, true);
  const ofLearner = { projectId, userId: learner.userId };
  await db().membership.updateMany({ where: ofLearner, data: { removedAt: new Date() } });
  expect(await found()).toBeNull();
});

test('attempts are numbered by person and article; the same content counts once', async () => {
  const { articleId, learner } = await aCalibration();
  const { userId } = learner;
  const { layer } = await openMyLayer(learner, articleId);
  const score = scoreOf([], [], 10);
  const attempt = { articleId, userId, layerId: layer.id, consensusEventCount: 2, score };
  const store = (eventCount: number, passed: boolean) =>
    insertAttempt(db(), { ...attempt, eventCount, passMark: 0.5, passed });
  await store(0, false);
  await store(0, true);
  await store(3, true);
  expect(await findAttempts(db(), articleId, userId)).toMatchObject([
    { number: 1, eventCount: 0, passed: false, passMark: 0.5, score },
    { number: 2, eventCount: 3, passed: true },
  ]);
  expect(await findAttempts(db(), articleId, v7())).toEqual([]);
});

test('being calibrated is noted once', async () => {
  const { projectId, learner } = await aCalibration();
  const { userId } = learner;
  const noted = async () =>
    (await db().membership.findFirstOrThrow({ where: { projectId, userId } })).calibratedAt;
  await setCalibrated(db(), projectId, userId);
  const first = await noted();
  await setCalibrated(db(), projectId, userId);
  expect(first).not.toBeNull();
  expect(await noted()).toEqual(first);
  expect(await findCalibratedAt(db(), projectId, userId)).toBe(first?.toISOString());
  expect(await findCalibratedAt(db(), projectId, v7())).toBeNull();
});

test('finds a learner’s name and layer', async () => {
  const { articleId, projectId, learner } = await aCalibration();
  const { userId, name } = learner;
  const of = { articleId, projectId, userId };
  expect(await findLearner(db(), of)).toEqual({ name, layerId: null });
  const { layer } = await openMyLayer(learner, articleId);
  expect(await findLearner(db(), of)).toEqual({ name, layerId: layer.id });
  expect(await findLearner(db(), { ...of, userId: v7() })).toBeNull();
});

test('finds which articles of the project are resolved', async () => {
  const { projectId, articleId, consensusId } = await aCalibration();
  expect(await findResolved(db(), projectId, [articleId, v7()])).toEqual([articleId]);
  expect(await findResolved(db(), v7(), [articleId])).toEqual([]);
  await setLayerState(db(), consensusId, 'open');
  expect(await findResolved(db(), projectId, [articleId])).toEqual([]);
});
