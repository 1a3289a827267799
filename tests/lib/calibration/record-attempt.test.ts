import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { changeAdjudicationSettings } from '@/lib/adjudication/change-adjudication-settings';
import { findAttempts } from '@/lib/calibration/calibration-store';
import { recordAttempt, submitOrReopen } from '@/lib/calibration/record-attempt';
import { db } from '@/lib/db';
import type { Calibration } from '@/tests/builders/a-calibration';
import { aCalibration } from '@/tests/builders/a-calibration';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

describe('record attempt', () => {
  const announcements = recordAnnouncements();

  const spanOf = (text: string, words: string) => {
    const start = text.indexOf(words);
    return { segments: [{ start, end: start + words.length }] };
  };

  async function label({ articleId, text }: Calibration, who: Viewer, words: string) {
    return anAnnotation(who, articleId, spanOf(text, words));
  }

  const attemptsOf = ({ articleId }: Calibration, { userId }: Viewer) =>
    findAttempts(db(), articleId, userId);

  test('a learner’s submission is measured by the consensus as it is then, once', async () => {
    const article = await aCalibration();
    const { learner, owner, projectId } = article;
    await changeAdjudicationSettings(owner, projectId, { passMark: 0.5 });
    const { layerId } = await label(article, learner, 'failed gamble');
    await recordAttempt(layerId);
    expect(await attemptsOf(article, learner)).toEqual([]);
    await changeLayerState(learner, layerId, 'submitted');
    await Promise.all([recordAttempt(layerId), recordAttempt(layerId)]);
    const [attempt, ...more] = await attemptsOf(article, learner);
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({
      number: 1,
      eventCount: 1,
      consensusEventCount: 2,
      passMark: 0.5,
    });
    const { all, labels } = attempt?.score ?? { all: null, labels: [] };
    const [found, missed] = ['failed gamble'.length, 'cost thousands of jobs'.length];
    expect(all).toMatchObject({ precision: 1, recall: found / (found + missed) });
    expect(attempt?.passed).toBe((all?.f1Characters ?? 0) >= 0.5);
    expect(labels.map((one) => [one.label, one.f1Characters])).toEqual([
      ['loaded_framing', 1],
      ['unsupported_claim', 0],
    ]);
  });

  test('those who see every layer, sources of the consensus, and usual articles are not scored', async () => {
    const article = await aCalibration();
    const { projectId, owner, source, learner } = article;
    for (const person of [owner, await aMember(projectId, 'manager'), source]) {
      const { layer } = await openMyLayer(person, article.articleId);
      await submitOrReopen(person, layer.id, 'submitted');
      await recordAttempt(layer.id);
      expect(await attemptsOf(article, person)).toEqual([]);
    }
    const { articleId } = await anArticle(projectId);
    const { layer } = await openMyLayer(learner, articleId);
    await submitOrReopen(learner, layer.id, 'submitted');
    expect(await db().calibrationAttempt.count({ where: { articleId } })).toBe(0);
  });

  test('whoever has passed all calibration articles is calibrated, not before', async () => {
    const article = await aCalibration();
    const { projectId, owner, learner } = article;
    const other = await anArticle(projectId, { title: 'The second' });
    await aConsensus(owner, other, []);
    await db().article.update({
      where: { id: other.articleId },
      data: { calibrationSince: new Date() },
    });
    await changeAdjudicationSettings(owner, projectId, { passMark: 0.9 });
    const calibratedAt = async () =>
      (await db().membership.findFirst({ where: { projectId, userId: learner.userId } }))
        ?.calibratedAt;
    const { layer } = await openMyLayer(learner, other.articleId);
    await submitOrReopen(learner, layer.id, 'submitted');
    expect(await calibratedAt()).toBeNull();
    const { layerId } = await label(article, learner, 'The regime');
    await submitOrReopen(learner, layerId, 'submitted');
    expect(await attemptsOf(article, learner)).toMatchObject([{ passed: false }]);
    expect(await calibratedAt()).toBeNull();
    await changeAdjudicationSettings(owner, projectId, { passMark: null });
    await submitOrReopen(owner, layerId, 'open');
    await label(article, learner, 'failed gamble');
    announcements.length = 0;
    await submitOrReopen(learner, layerId, 'submitted');
    expect(await attemptsOf(article, learner)).toMatchObject([{ passed: false }, { passed: true }]);
    expect(await calibratedAt()).not.toBeNull();
    const { userId } = learner;
    expect(announcements).toContainEqual({ kind: 'rights', of: { userId, projectId } });
  });

  test('positions are counted in code points: characters beyond the basic plane weigh as one', async () => {
    const article = await aCalibration({}, [{ label: 'direct_quote', words: '“It was hard.” 😀' }]);
    const { learner, articleId, text } = article;
    const span = spanOf(text, '“It was hard.” 😀');
    const { layerId } = await anAnnotation(learner, articleId, { label: 'direct_quote', ...span });
    await submitOrReopen(learner, layerId, 'submitted');
    const [attempt] = await attemptsOf(article, learner);
    expect(attempt?.score.all).toMatchObject({ f1Characters: 1, alpha: { value: 1 } });
  });
});

describe('submit or reopen', () => {
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
});
