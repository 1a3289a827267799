import { describe, expect, test } from '@jest/globals';
import { markCalibration, readCalibrationBoard } from '@/lib/calibration/calibration-articles';
import { db } from '@/lib/db';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

describe('read calibration board', () => {
  test('refuses one who may not', async () => {
    const { projectId } = await aCalibration();
    expect(await refused(readCalibrationBoard(await aPerson(), projectId, []))).toMatchObject({
      reason: 'absent',
    });
  });

  test('gives a learner what to annotate first, and a manager what may become a calibration article', async () => {
    const article = await aCalibration();
    const { projectId, articleId, owner, source, learner } = article;
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
    await anAttempt(article, learner.userId, true);
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
});

describe('mark calibration', () => {
  const announcements = recordAnnouncements();

  test('refuses one who may not', async () => {
    const { articleId, projectId, learner } = await aCalibration();
    for (const isOne of [true, false]) {
      for (const member of [learner, await aMember(projectId, 'viewer')])
        expect(await refused(markCalibration(member, articleId, isOne))).toMatchObject({
          reason: 'forbidden',
        });
      expect(await refused(markCalibration(await aPerson(), articleId, isOne))).toMatchObject({
        reason: 'absent',
      });
    }
  });

  test('refuses an article that is not resolved, or that is archived', async () => {
    const { projectId, owner } = await aProject();
    const article = await anArticle(projectId);
    const { articleId } = article;
    const annotation = () => markCalibration(owner, articleId, true);
    expect(await refused(annotation())).toMatchObject({ reason: 'conflict' });
    const { layerId } = await aConsensus(owner, article, [], 'open');
    expect(await refused(annotation())).toMatchObject({ reason: 'conflict' });
    await db().layer.update({ where: { id: layerId }, data: { state: 'submitted' } });
    await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
    expect(await refused(annotation())).toMatchObject({ reason: 'conflict' });
    await db().article.update({ where: { id: articleId }, data: { archivedAt: null } });
    expect((await annotation()).since).not.toBeNull();
  });

  test('marking twice changes nothing; attempts stay when it is no longer one; it is announced', async () => {
    const article = await aCalibration();
    const { articleId, projectId, learner } = article;
    const manager = await aMember(projectId, 'manager');
    const { since } = await markCalibration(manager, articleId, true);
    expect(since).not.toBeNull();
    expect(await markCalibration(manager, articleId, true)).toEqual({ articleId, since });
    await anAttempt(article, learner.userId, true);
    announcements.length = 0;
    expect(await markCalibration(manager, articleId, false)).toEqual({ articleId, since: null });
    expect(announcements).toEqual([{ kind: 'rights', of: { projectId } }]);
    expect(await db().calibrationAttempt.count({ where: { articleId } })).toBe(1);
  });
});
