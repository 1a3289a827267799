import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { aThread } from '@/tests/builders/a-thread';
import { reaching } from '@/tests/builders/reaching';

/** A calibration article in an open project, with the annotations of Ada and Ben. */
async function measuredArticle() {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const place = await aReadArticle(projectId, [
    [ada, [['loaded_framing', 'failed gamble']]],
    [ben, [['loaded_framing', 'gamble']]],
  ]);
  await aConsensus(owner, place, [{ label: 'loaded_framing', words: 'failed gamble' }]);
  const { articleId } = place;
  await aThread(ada, articleId);
  await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
  return { projectId, articleId };
}

test('nothing of a calibration article reaches an analyst before their attempt, even in an open project', async () => {
  const { projectId, articleId } = await measuredArticle();
  const learner = await aMember(projectId, 'analyst');
  const nothing = {
    layers: 0,
    threads: 0,
    compared: 0,
    agreement: 0,
    rows: 0,
    json: 0,
    channels: 0,
  };
  expect(await reaching(learner, projectId, articleId)).toEqual(nothing);
  const { layer } = await openMyLayer(learner, articleId);
  expect(await reaching(learner, projectId, articleId)).toEqual({ ...nothing, layers: 1, json: 1 });
  await changeLayerState(learner, layer.id, 'submitted');
  expect(await reaching(learner, projectId, articleId)).toEqual({
    layers: 4,
    threads: 1,
    compared: 3,
    agreement: 1,
    rows: 3,
    json: 4,
    channels: 2,
  });
});
