import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { listLayers } from '@/lib/annotation/list-layers';
import { openMyLayer } from '@/lib/annotation/open-my-layer';
import { readLayer } from '@/lib/annotation/read-layer';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

async function twoAnalysts() {
  const { projectId, owner } = await aProject({ blind: 'after-submit' });
  const { articleId, revisionId } = await anArticle(projectId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const mine = (await openMyLayer(ada, articleId)).layer.id;
  const theirs = (await openMyLayer(ben, articleId)).layer.id;
  const ids = async (who: Viewer) => (await listLayers(who, articleId)).map(({ id }) => id);
  return { projectId, owner, articleId, revisionId, ada, ben, mine, theirs, ids };
}

test('refuses one who may not', async () => {
  const { articleId, mine } = await twoAnalysts();
  const stranger = await aPerson();
  expect(await refused(listLayers(stranger, articleId))).toMatchObject({ reason: 'absent' });
  expect(await refused(readLayer(stranger, mine))).toMatchObject({ reason: 'absent' });
});

test('tells of others’ layers only once one’s own is submitted', async () => {
  const { ada, owner, mine, theirs, ids, projectId } = await twoAnalysts();
  expect(await ids(ada)).toEqual([mine]);
  expect(await refused(readLayer(ada, theirs))).toMatchObject({ reason: 'absent' });
  await changeLayerState(ada, mine, 'submitted');
  expect(await ids(ada)).toEqual([mine, theirs]);
  expect(await readLayer(ada, theirs)).toMatchObject({ id: theirs, state: 'open' });
  expect(await ids(owner)).toEqual([mine, theirs]);
  expect(await ids(await aMember(projectId, 'viewer'))).toEqual([]);
});

test('the consensus is there for viewers, and for analysts who have submitted', async () => {
  const { ada, articleId, revisionId, mine, ids, projectId } = await twoAnalysts();
  const id = v7();
  await db().layer.create({ data: { id, articleId, revisionId, kind: 'consensus' } });
  expect(await ids(await aMember(projectId, 'viewer'))).toEqual([id]);
  expect(await ids(ada)).toEqual([mine]);
  await changeLayerState(ada, mine, 'submitted');
  expect(await ids(ada)).toContain(id);
});
