import { expect, test } from '@jest/globals';
import { calibrationView } from '@/lib/calibration/calibration-result';
import { readCalibration } from '@/lib/calibration/read-calibration';
import { aPerson } from '@/tests/builders/a-person';
import { aTakenCalibration } from '@/tests/builders/a-taken-calibration';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { articleId } = await aTakenCalibration();
  const stranger = await aPerson();
  expect(
    await refused(readCalibration(stranger, articleId, { offsetUnit: 'utf-16' })),
  ).toMatchObject({ reason: 'absent' });
});

test('tells the result in the unit that is asked for, and nothing that names deeds', async () => {
  const { articleId, learner } = await aTakenCalibration();
  const result = await readCalibration(learner, articleId, { offsetUnit: 'code-point' });
  expect(calibrationView.strict().parse(result)).toEqual(result);
  expect(result.attempts[0]).not.toHaveProperty('deedCount');
  expect(result.units).toHaveLength(3);
  expect(result.offsetUnit).toBe('code-point');
});
