import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { admitToRooms } from '@/lib/annotation/admit-to-rooms';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { db } from '@/lib/db';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { aThread } from '@/tests/builders/a-thread';
import { ask } from '@/tests/harness/ask';

/** A settled article in an open project, by which analysts are measured, and what Ada and Ben made of it. */
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

/** What reaches somebody through each door that tells of readings: how many layers, articles, threads, rooms. */
async function reaching(as: Viewer, projectId: string, articleId: string) {
  const told = async (path: string) => (await ask('GET', `/api/v1/${path}`, { as })).body;
  const lists = async (path: string) => ((await told(path)) as { items: unknown[] }).items.length;
  const csv = (await told(`articles/${articleId}/export?format=csv`)) as string;
  const whole = await told(`projects/${projectId}/export?format=json`);
  const atDoors = (['readings', 'consensus'] as const).map((kind) => ({
    userId: as.userId,
    room: { kind, articleId },
  }));
  return {
    layers: await lists(`articles/${articleId}/layers`),
    threads: await lists(`articles/${articleId}/threads`),
    compared: ((await told(`articles/${articleId}/comparison`)) as { layers: unknown[] }).layers
      .length,
    agreement: ((await told(`projects/${projectId}/agreement`)) as { articles: number }).articles,
    rows: csv.trim().split('\r\n').length - 1,
    json: (JSON.stringify(whole).match(/"kind":"(?:analyst|consensus)"/g) ?? []).length,
    rooms: (await admitToRooms(atDoors)).filter(({ admitted }) => admitted).length,
  };
}

test('nothing of a calibration article reaches one who is to be measured by it, even where the project is open', async () => {
  const { projectId, articleId } = await measuredArticle();
  const learner = await aMember(projectId, 'analyst');
  const nothing = {
    layers: 0,
    threads: 0,
    compared: 0,
    agreement: 0,
    rows: 0,
    json: 0,
    rooms: 0,
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
    rooms: 2,
  });
});
