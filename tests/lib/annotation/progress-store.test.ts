import { openMyLayer } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import {
  findOwnProgress,
  findProgress,
  findTeamProgress,
  findLearning,
} from '@/lib/annotation/progress-store';
import { db } from '@/lib/db';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('progress store', () => {
  test('counts one’s own current annotations, in the articles of this project only', async () => {
    const { projectId, owner } = await aProject();
    const [{ articleId }, untouched] = [await anArticle(projectId), await anArticle(projectId)];
    await anAnnotation(owner, articleId);
    const { id } = await anAnnotation(owner, articleId, { note: 'two' });
    await db().annotation.update({ where: { id }, data: { removedAt: new Date() } });
    const ids = [articleId, untouched.articleId];
    const found = await findProgress(db(), projectId, owner.userId, ids);
    expect(found).toEqual(
      new Map([[articleId, { state: 'open', annotations: 1, discussion: 'none' }]]),
    );
    await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
    expect((await findProgress(db(), projectId, owner.userId, ids)).size).toBe(0);
    const withArchived = { archived: true };
    expect((await findProgress(db(), projectId, owner.userId, ids, withArchived)).size).toBe(1);
    const elsewhere = (await aProject()).projectId;
    expect((await findProgress(db(), elsewhere, owner.userId, ids)).size).toBe(0);
  });

  test('what was merely opened is not begun', async () => {
    const { projectId, owner } = await aProject();
    const { articleId } = await anArticle(projectId);
    await openMyLayer(owner, articleId);
    const none = { begun: 0, submitted: 0 };
    const team = () => findTeamProgress(db(), projectId, [articleId]);
    expect((await findOwnProgress(db(), owner.userId)).get(projectId)).toEqual(none);
    expect((await team()).get(articleId)).toEqual(none);
    await anAnnotation(owner, articleId);
    expect((await findOwnProgress(db(), owner.userId)).get(projectId)).toEqual({
      ...none,
      begun: 1,
    });
    expect((await team()).get(articleId)).toEqual({ ...none, begun: 1 });
  });
});

describe('learning store', () => {
  test('says how far somebody is, and whose layer was a source', async () => {
    const place = await aCalibration();
    const { projectId, articleId, source, learner } = place;
    const of = async (userId: string) => findLearning(db(), projectId, userId);
    const base = { articleId, title: 'To be measured by', attempts: 0, hasPassed: false };
    expect(await of(source.userId)).toEqual([{ ...base, isSource: true }]);
    await openMyLayer(learner, articleId);
    expect(await of(learner.userId)).toEqual([{ ...base, isSource: false }]);
    await anAttempt(place, learner.userId, false);
    expect(await of(learner.userId)).toEqual([{ ...base, isSource: false, attempts: 1 }]);
    await anAttempt(place, learner.userId, true);
    expect(await of(learner.userId)).toMatchObject([{ attempts: 2, hasPassed: true }]);
    await db().article.update({ where: { id: articleId }, data: { archivedAt: new Date() } });
    expect(await of(learner.userId)).toEqual([]);
  });

  test('a layer that was adjudicated while open is a source; one adjudicated later is none', async () => {
    const { projectId, owner } = await aCalibration();
    const place = await anArticle(projectId, { title: 'Another' });
    const [early, late] = [
      await aMember(projectId, 'analyst'),
      await aMember(projectId, 'analyst'),
    ];
    const { articleId } = place;
    const outcomeOf = async (layerId: string, id: string) => ({
      label: 'loaded_framing',
      words: 'regime',
      sources: [[layerId, id, 1]] as [string, string, number][],
    });
    const first = await anAnnotation(early, articleId);
    await aConsensus(owner, place, [await outcomeOf(first.layerId, first.id)]);
    await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
    const second = await anAnnotation(late, articleId);
    const { sources } = await outcomeOf(second.layerId, second.id);
    const decision = await db().decision.findFirstOrThrow({ where: { articleId } });
    await db().decision.update({
      where: { id: decision.id },
      data: { at: new Date(Date.now() + 60_000), sources },
    });
    const isSource = async (userId: string) =>
      (await findLearning(db(), projectId, userId)).find((one) => one.title === 'Another')
        ?.isSource;
    expect(await isSource(late.userId)).toBe(false);
    await db().decision.update({
      where: { id: decision.id },
      data: { at: new Date(Date.now() - 60_000), sources: [[first.layerId, first.id, 1]] },
    });
    expect(await isSource(early.userId)).toBe(true);
    expect(await isSource(late.userId)).toBe(false);
  });
});
