import { expect, test } from '@jest/globals';
import { markCalibration } from '@/lib/calibration/mark-calibration';
import { db } from '@/lib/db';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

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

test('refuses an article that is not settled, or that is archived', async () => {
  const { projectId, owner } = await aProject();
  const place = await anArticle(projectId);
  const { articleId } = place;
  const annotation = () => markCalibration(owner, articleId, true);
  expect(await refused(annotation())).toMatchObject({ reason: 'conflict' });
  const { layerId } = await aConsensus(owner, place, [], 'open');
  expect(await refused(annotation())).toMatchObject({ reason: 'conflict' });
  await db().layer.update({ where: { id: layerId }, data: { state: 'submitted' } });
  await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
  expect(await refused(annotation())).toMatchObject({ reason: 'conflict' });
  await db().article.update({ where: { id: articleId }, data: { archivedAt: null } });
  expect((await annotation()).since).not.toBeNull();
});

test('marking twice changes nothing; attempts stay when it is no longer one; pages are told', async () => {
  const place = await aCalibration();
  const { articleId, projectId, learner } = place;
  const manager = await aMember(projectId, 'manager');
  const { since } = await markCalibration(manager, articleId, true);
  expect(since).not.toBeNull();
  expect(await markCalibration(manager, articleId, true)).toEqual({ articleId, since });
  await anAttempt(place, learner.userId, true);
  announcements.length = 0;
  expect(await markCalibration(manager, articleId, false)).toEqual({ articleId, since: null });
  expect(announcements).toEqual([{ kind: 'rights', of: { projectId } }]);
  expect(await db().calibrationAttempt.count({ where: { articleId } })).toBe(1);
});
