import { expect, test } from '@jest/globals';
import { submitOrReopen } from '@/lib/calibration/submit-or-reopen';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { db } from '@/lib/db';
import { aCalibration } from '@/tests/builders/a-calibration';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { articleId, learner, source, owner } = await aCalibration();
  const { layer } = await openMyLayer(learner, articleId);
  const submit = (who: typeof owner) => submitOrReopen(who, layer.id, 'submitted');
  expect(await refused(submit(owner))).toMatchObject({ reason: 'forbidden' });
  expect(await refused(submit(await aPerson()))).toMatchObject({ reason: 'absent' });
  expect(await refused(submit(source))).toMatchObject({ reason: 'forbidden' });
});

test('submitting measures, opening does not; one’s own is not opened again but by a retake', async () => {
  const { articleId, learner, owner } = await aCalibration({ blind: 'open' });
  const { layer } = await openMyLayer(learner, articleId);
  const attempts = () => db().calibrationAttempt.count({ where: { articleId } });
  expect(await submitOrReopen(learner, layer.id, 'open')).toMatchObject({ state: 'open' });
  expect(await attempts()).toBe(0);
  expect(await submitOrReopen(learner, layer.id, 'submitted')).toMatchObject({
    state: 'submitted',
  });
  expect(await attempts()).toBe(1);
  expect(await refused(submitOrReopen(learner, layer.id, 'open'))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await submitOrReopen(owner, layer.id, 'open')).toMatchObject({ state: 'open' });
  expect(await attempts()).toBe(1);
});
