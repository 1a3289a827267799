import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { calibrationView } from '@/lib/calibration/calibration-result';
import { readCalibrationResult, readCalibration } from '@/lib/calibration/read-calibration-result';
import { startCalibrationAttempt } from '@/lib/calibration/start-calibration-attempt';
import { db } from '@/lib/db';
import { aCalibration, aTakenCalibration } from '@/tests/builders/a-calibration';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

describe('read calibration result', () => {
  const nothing = { attempts: [], shown: null, units: [], mayAttempt: false };

  test('refuses one who may not: others’ attempts are for managers alone', async () => {
    const { articleId, projectId, learner, source, owner } = await aTakenCalibration();
    const user = learner.userId;
    const reason = async (who: Viewer, asked: string) =>
      (await refused(readCalibrationResult(who, articleId, { user: asked }))).reason;
    expect(await reason(await aPerson(), user)).toBe('absent');
    for (const who of [source, await aMember(projectId, 'viewer')]) {
      expect(await reason(who, user)).toBe('forbidden');
      expect(await reason(who, owner.userId)).toBe('forbidden');
      expect(await reason(who, (await aPerson()).userId)).toBe('forbidden');
    }
    expect(await reason(owner, (await aPerson()).userId)).toBe('absent');
    for (const who of [owner, await aMember(projectId, 'manager')])
      expect(await readCalibrationResult(who, articleId, { user })).toMatchObject({
        user: { id: user, name: learner.name },
        shown: 1,
        mayAttempt: false,
      });
  });

  test('gives a learner unit by unit what the consensus has, and why', async () => {
    const { articleId, learner } = await aTakenCalibration();
    const result = await readCalibrationResult(learner, articleId, {});
    expect(result).toMatchObject({ shown: 1, reason: null, isCalibration: true, mayAttempt: true });
    expect(result.labels.length).toBeGreaterThan(0);
    expect(
      result.units.map(({ quote, kinds, whys }) => [
        quote,
        kinds,
        whys.map(({ reason }) => reason),
      ]),
    ).toEqual([
      ['regime', ['missing'], ['A plain word there.']],
      ['failed gamble', [], ['It judges.']],
      ['cost thousands of jobs', ['missing'], ['Nobody is named.']],
    ]);
  });

  test('before one has submitted, and while one labels again, the consensus is closed', async () => {
    const { articleId, learner } = await aCalibration({ blind: 'open' });
    const read = () => readCalibrationResult(learner, articleId, {});
    expect(await read()).toMatchObject({
      ...nothing,
      reason: expect.stringContaining('not submitted'),
    });
    const { layer } = await openMyLayer(learner, articleId);
    expect(await read()).toMatchObject(nothing);
    await changeLayerState(learner, layer.id, 'submitted');
    expect(await read()).toMatchObject({ shown: 1, mayAttempt: true });
    await startCalibrationAttempt(learner, articleId);
    expect(await read()).toMatchObject({
      attempts: [{ number: 1 }],
      shown: null,
      units: [],
      mayAttempt: false,
      reason: expect.stringContaining('again'),
    });
  });

  test('a submission that was not measured is measured when it is asked for, by a manager too', async () => {
    const { articleId, learner, owner } = await aCalibration();
    const { layer } = await openMyLayer(learner, articleId);
    await changeLayerState(learner, layer.id, 'submitted');
    expect(await db().calibrationAttempt.count({ where: { articleId } })).toBe(0);
    const { userId: user } = learner;
    expect(await readCalibrationResult(owner, articleId, { user })).toMatchObject({ shown: 1 });
  });

  test('an earlier attempt is compared as it was, with the consensus as it was', async () => {
    const { articleId, learner, consensusId, layerId } = await aTakenCalibration();
    await startCalibrationAttempt(learner, articleId);
    await changeLayerState(learner, layerId, 'submitted');
    const removed = await db().annotation.findFirstOrThrow({ where: { layerId: consensusId } });
    const event = await db().annotationEvent.findFirstOrThrow({
      where: { annotationId: removed.id },
    });
    const { content, ...fields } = event;
    await db().annotationEvent.create({
      data: { ...fields, content: content ?? {}, version: 2, sequence: 3, kind: 'remove' },
    });
    const units = async (attempt?: number) =>
      (await readCalibrationResult(learner, articleId, { attempt })).units.length;
    expect([await units(1), await units(2), await units()]).toEqual([3, 2, 2]);
    const missing = readCalibrationResult(learner, articleId, { attempt: 9 });
    expect(await refused(missing)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'attempt' }],
    });
  });

  test('gives the reason to those who are not scored', async () => {
    const { articleId, owner, source, learner } = await aCalibration();
    const reason = async (who: Viewer, user?: string) => {
      const result = await readCalibrationResult(who, articleId, { user });
      expect(result).toMatchObject(nothing);
      return result.reason;
    };
    expect(await reason(owner)).toContain('Only analysts are scored');
    expect(await reason(source)).toContain('made from your annotations too');
    expect(await reason(owner, learner.userId)).toContain('They have not submitted');
    await db().article.update({ where: { id: articleId }, data: { calibrationSince: null } });
    expect(await reason(learner)).toContain('not a calibration article');
  });
});

describe('read calibration', () => {
  test('refuses one who may not', async () => {
    const { articleId } = await aTakenCalibration();
    const stranger = await aPerson();
    expect(
      await refused(readCalibration(stranger, articleId, { offsetUnit: 'utf-16' })),
    ).toMatchObject({ reason: 'absent' });
  });

  test('gives the result in the requested offset unit, without event counts', async () => {
    const { articleId, learner } = await aTakenCalibration();
    const result = await readCalibration(learner, articleId, { offsetUnit: 'code-point' });
    expect(calibrationView.strict().parse(result)).toEqual(result);
    expect(result.attempts[0]).not.toHaveProperty('eventCount');
    expect(result.units).toHaveLength(3);
    expect(result.offsetUnit).toBe('code-point');
  });
});
