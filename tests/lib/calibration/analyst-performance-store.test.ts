import { aTakenCalibration } from '@/tests/builders/a-calibration';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { submitOrReopen } from '@/lib/calibration/record-attempt';
import { startCalibrationAttempt } from '@/lib/calibration/start-calibration-attempt';
import {
  findCalibrated,
  findAnnotationTuples,
  findResolvedArticles,
  findIndependentLayers,
} from '@/lib/calibration/analyst-performance-store';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('resolved articles are those whose consensus is submitted, unless they are archived', async () => {
  const { projectId, owner, articleId, revisionId, consensusId, text } = await aTakenCalibration();
  const [open, archived] = [await anArticle(projectId), await anArticle(projectId)];
  await aConsensus(owner, open, [], 'open');
  await aConsensus(owner, archived, []);
  const { articleId: away } = archived;
  await db().article.update({ where: { id: away }, data: { archivedAt: new Date() } });
  const length = [...text].length;
  expect(await findResolvedArticles(db(), projectId)).toEqual([
    { articleId, revisionId, consensusId, length, hasPairs: true },
  ]);
  const annotations = await findAnnotationTuples(db(), [consensusId, v7()]);
  expect([...annotations.keys()]).toEqual([consensusId]);
  expect(
    annotations
      .get(consensusId)
      ?.map(([, label]) => label)
      .sort(),
  ).toEqual(['loaded_framing', 'unsupported_claim']);
});

test('a layer counts as it was at the first attempt, also while it is annotated again', async () => {
  const article = await aTakenCalibration();
  const { projectId, articleId, learner, source, layerId } = article;
  const read = async (userId: string | null) =>
    (await findIndependentLayers(db(), projectId, [articleId], userId)).map((layer) => [
      layer.userId,
      layer.annotations.length,
    ]);
  const first = [learner.userId, 2];
  expect(await read(null)).toEqual([[source.userId, 1], first]);
  expect(await read(learner.userId)).toEqual([first]);
  await startCalibrationAttempt(learner, articleId);
  await anAnnotation(learner, articleId);
  expect(await read(learner.userId)).toEqual([first]);
  await submitOrReopen(learner, layerId, 'submitted');
  expect(await read(learner.userId)).toEqual([first]);
  await db().membership.updateMany({
    where: { userId: learner.userId },
    data: { removedAt: new Date() },
  });
  expect(await read(null)).toEqual([[source.userId, 1]]);
});

test('a layer counts as it was before it was discussed; an open one does not', async () => {
  const { projectId, owner, articleId, source } = await aTakenCalibration();
  const layer = await db().layer.findFirstOrThrow({ where: { authorId: source.userId } });
  const id = v7();
  await db().round.create({ data: { id, projectId, number: 1, openedById: owner.userId } });
  await db().roundLayer.create({ data: { roundId: id, layerId: layer.id, before: 0 } });
  const read = () => findIndependentLayers(db(), projectId, [articleId], source.userId);
  expect(await read()).toMatchObject([{ annotations: [], name: source.name }]);
  await submitOrReopen(owner, layer.id, 'open');
  expect(await read()).toEqual([]);
});

test('finds attempts of members, or of one', async () => {
  const { projectId, owner, source, learner, articleId } = await aTakenCalibration();
  const members = await findCalibrated(db(), projectId, null);
  const counts = new Map(members.map(({ userId, attempts }) => [userId, attempts.length]));
  expect([owner, source, learner].map(({ userId }) => counts.get(userId))).toEqual([0, 0, 1]);
  expect(counts.size).toBe(3);
  expect(await findCalibrated(db(), projectId, learner.userId)).toMatchObject([
    {
      name: learner.name,
      calibratedAt: expect.any(String),
      attempts: [
        { articleId, number: 1, passMark: null, passed: true, title: 'To be measured by' },
      ],
    },
  ]);
  expect(await findCalibrated(db(), projectId, v7())).toEqual([]);
});
