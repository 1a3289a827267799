import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findLayer,
  findLayerContext,
  findLayers,
  findOwnLayer,
  insertOwnLayer,
  setLayerState,
} from '@/lib/annotation/layer-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

async function anOpenArticle() {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const { articleId, revisionId } = await anArticle(projectId);
  return { projectId, owner, articleId, revisionId };
}

test('one person has one layer over an article', async () => {
  const { owner, articleId, revisionId } = await anOpenArticle();
  const layer = { articleId, revisionId, userId: owner.userId };
  expect(await insertOwnLayer(db(), layer)).toBe(true);
  expect(await insertOwnLayer(db(), layer)).toBe(false);
  const own = await findOwnLayer(db(), articleId, owner.userId);
  expect(await findLayers(db(), articleId)).toEqual([own]);
  expect(await findLayer(db(), own?.id ?? '')).toEqual(own);
  expect(await findLayer(db(), v7())).toBeNull();
});

test('the context has the viewer’s role and own progress', async () => {
  const { projectId, owner, articleId, revisionId } = await anOpenArticle();
  const analyst = await aMember(projectId, 'analyst');
  const { layerId } = await anAnnotation(analyst, articleId);
  const context = await findLayerContext(db(), layerId, owner.userId);
  expect(context).toEqual({
    layerId,
    articleId,
    revisionId,
    kind: 'analyst',
    authorId: analyst.userId,
    state: 'open',
    projectId,
    blind: 'closed',
    isCalibration: false,
    lacksFactor: false,
    hideSource: false,
    projectArchived: false,
    articleArchived: false,
    role: 'owner',
    ownState: 'none',
    discussion: 'none',
    codebookVersion: 1,
  });
  expect(await findLayerContext(db(), layerId, analyst.userId)).toMatchObject({
    role: 'analyst',
    ownState: 'open',
    discussion: 'none',
  });
  const stranger = await aPerson();
  expect(await findLayerContext(db(), layerId, stranger.userId)).toMatchObject({ role: null });
  expect(await findLayerContext(db(), v7(), owner.userId)).toBeNull();
});

test('a layer counts its current annotations, and has its time of submission', async () => {
  const { owner, articleId } = await anOpenArticle();
  const { layerId, id } = await anAnnotation(owner, articleId);
  await anAnnotation(owner, articleId, { note: 'two' });
  await db().annotation.update({ where: { id }, data: { removedAt: new Date() } });
  await setLayerState(db(), layerId, 'submitted');
  const submitted = await findLayer(db(), layerId);
  expect(submitted).toMatchObject({ annotations: 1, state: 'submitted' });
  expect(Date.parse(submitted?.submittedAt ?? '')).not.toBeNaN();
  await setLayerState(db(), layerId, 'open');
  expect(await findLayer(db(), layerId)).toMatchObject({ state: 'open', submittedAt: null });
  const first = await db().layer.findUniqueOrThrow({ where: { id: layerId } });
  expect(first.firstSubmittedAt?.toISOString()).toBe(submitted?.submittedAt);
  await setLayerState(db(), layerId, 'submitted');
  const again = await db().layer.findUniqueOrThrow({ where: { id: layerId } });
  expect(again.firstSubmittedAt).toEqual(first.firstSubmittedAt);
});
