import { findLayersAt } from '@/lib/annotation/annotation-store';
import { allEvents } from '@/lib/annotation/history';
import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { submitOrReopen } from '@/lib/calibration/record-attempt';
import { startCalibrationAttempt } from '@/lib/calibration/start-calibration-attempt';
import { findAttempts } from '@/lib/calibration/calibration-store';
import { db } from '@/lib/db';
import { aCalibration, aTakenCalibration } from '@/tests/builders/a-calibration';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

const announcements = recordAnnouncements();

test('refuses one who may not', async () => {
  const { articleId, projectId, source, owner } = await aTakenCalibration();
  const retake = async (who: typeof owner) =>
    (await refused(startCalibrationAttempt(who, articleId))).reason;
  expect(await retake(await aPerson())).toBe('absent');
  expect(await retake(await aMember(projectId, 'viewer'))).toBe('forbidden');
  expect(await retake(source)).toBe('conflict');
  expect(await retake(owner)).toBe('conflict');
  const { articleId: usual } = await anArticle(projectId);
  expect(await refused(startCalibrationAttempt(source, usual))).toMatchObject({
    reason: 'conflict',
  });
});

test('refuses while the layer is open, and what is archived', async () => {
  const { articleId, learner } = await aCalibration();
  await openMyLayer(learner, articleId);
  const refusal = await refused(startCalibrationAttempt(learner, articleId));
  expect(refusal).toMatchObject({ reason: 'conflict' });
  const taken = await aTakenCalibration();
  const { articleId: archived } = taken;
  await db().article.update({ where: { id: archived }, data: { archivedAt: new Date() } });
  expect(await refused(startCalibrationAttempt(taken.learner, archived))).toMatchObject({
    reason: 'absent',
  });
});

test('the layer starts empty again; what was there stays, as history and as an attempt', async () => {
  const { articleId, learner, layerId } = await aTakenCalibration();
  announcements.length = 0;
  const layer = await startCalibrationAttempt(learner, articleId);
  expect(layer).toMatchObject({ id: layerId, state: 'open', annotations: 0 });
  expect(
    announcements.some((one) => one.kind === 'message' && one.message.kind === 'changes'),
  ).toBe(true);
  const held = await findLayersAt(
    db(),
    [2, allEvents].map((eventCount) => ({ layerId, eventCount })),
  );
  expect(held.map(({ length }) => length)).toEqual([2, 0]);
  await anAnnotation(learner, articleId);
  await submitOrReopen(learner, layerId, 'submitted');
  const attempts = await findAttempts(db(), articleId, learner.userId);
  expect(attempts).toMatchObject([
    { number: 1, eventCount: 2, score: { all: { mine: 2 } } },
    { number: 2, eventCount: 5, score: { all: { mine: 1 } } },
  ]);
});

test('an attempt that broke off before it was measured is measured first; an empty one can be taken anew', async () => {
  const { articleId, learner } = await aCalibration();
  const { layer } = await openMyLayer(learner, articleId);
  await changeLayerState(learner, layer.id, 'submitted');
  expect(await startCalibrationAttempt(learner, articleId)).toMatchObject({ state: 'open' });
  expect(await findAttempts(db(), articleId, learner.userId)).toMatchObject([
    { number: 1, score: { all: { mine: 0 } } },
  ]);
});
