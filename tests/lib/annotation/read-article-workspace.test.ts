import { changeLayerState } from '@/lib/annotation/layers';
import { readProgress } from '@/lib/annotation/progress';
import { expect, test } from '@jest/globals';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { db } from '@/lib/db';
import { aCalibration, anAttempt } from '@/tests/builders/a-calibration';
import { aConsensus } from '@/tests/builders/a-consensus';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

async function aDesk() {
  const { projectId, owner } = await aProject({ blind: 'after-submit', hideSource: true });
  const titles = ['Alpha', 'Beta', 'Gamma'];
  const articles: string[] = [];
  for (const title of titles)
    articles.push((await anArticle(projectId, { title, source: 'The Outlet' })).articleId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  return { projectId, owner, articles, articleId: articles[1] ?? '', ada, ben };
}

test('refuses one who may not', async () => {
  const { projectId, articleId } = await aDesk();
  const stranger = await aPerson();
  expect(await refused(readArticleWorkspace(stranger, articleId))).toMatchObject({
    reason: 'absent',
  });
  expect(await refused(readProgress(stranger, projectId, [articleId]))).toMatchObject({
    reason: 'absent',
  });
});

test('lays out the article, one’s own annotations and nothing of others', async () => {
  const { projectId, articles, articleId, ada, ben } = await aDesk();
  await anAnnotation(ben, articleId);
  const mine = await anAnnotation(ada, articleId, { note: 'mine' });
  const workspace = await readArticleWorkspace(ada, articleId);
  const { offsetUnit: _, ...annotation } = mine;
  expect(workspace).toMatchObject({
    article: { id: articleId, title: 'Beta', source: null, sourceHidden: true, archived: false },
    project: { id: projectId },
    role: 'analyst',
    mayAnnotate: true,
    mayReopen: false,
    codebook: { version: 1, content: { labels: expect.any(Array) } },
    layer: { id: mine.layerId, state: 'open', eventCount: 1 },
    annotations: [annotation],
    author: { id: ada.userId, name: ada.name },
    previous: { id: articles[0], title: 'Alpha' },
    next: { id: articles[2], title: 'Gamma' },
    otherLayersVisible: [],
    live: { layers: false, consensus: false },
  });
  expect(workspace.text.slice(4, 10)).toBe(mine.quote);
  expect(JSON.stringify(workspace)).not.toContain(ben.userId);
});

test('after submitting, others’ layers and the source are shown', async () => {
  const { articleId, ada, ben } = await aDesk();
  const { layerId: theirs } = await anAnnotation(ben, articleId);
  const { layerId } = await anAnnotation(ada, articleId);
  await changeLayerState(ada, layerId, 'submitted');
  expect(await readArticleWorkspace(ada, articleId)).toMatchObject({
    article: { source: 'The Outlet', sourceHidden: false },
    layer: { state: 'submitted' },
    otherLayersVisible: [
      {
        layerId: theirs,
        author: ben.name,
        authorId: ben.userId,
        kind: 'analyst',
        state: 'open',
      },
    ],
    live: { layers: true, consensus: false },
  });
});

test('one who only looks has no layer and may not annotate; opening the page makes none', async () => {
  const { projectId, articles, articleId, ada } = await aDesk();
  const viewer = await aMember(projectId, 'viewer');
  expect(await readArticleWorkspace(viewer, articleId)).toMatchObject({
    mayAnnotate: false,
    layer: null,
    annotations: [],
  });
  expect(await readArticleWorkspace(ada, articles[0] ?? '')).toMatchObject({
    layer: null,
    previous: null,
  });
});

test.each([
  ['closed', 'analyst', 'open', { layers: false, consensus: false }],
  // Its consensus is not published; see the next test.
  ['closed', 'analyst', 'submitted', { layers: false, consensus: false }],
  ['closed', 'viewer', 'none', { layers: false, consensus: false }],
  ['after-submit', 'viewer', 'none', { layers: false, consensus: true }],
  ['closed', 'manager', 'open', { layers: true, consensus: false }],
  ['open', 'analyst', 'none', { layers: true, consensus: false }],
  ['open', 'viewer', 'none', { layers: true, consensus: false }],
] as const)('in a project that is %s, rooms open to a %s (own layer: %s)', async (...row) => {
  const [blind, role, own, live] = row;
  const { projectId } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const member = await aMember(projectId, role);
  if (own !== 'none') {
    const { layerId } = await anAnnotation(member, articleId);
    await changeLayerState(member, layerId, own);
  }
  expect((await readArticleWorkspace(member, articleId)).live).toEqual(live);
});

test('in a closed project the consensus is live for viewers once it is published', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const place = await anArticle(projectId);
  await aConsensus(owner, place, [], 'submitted');
  const viewer = await aMember(projectId, 'viewer');
  expect((await readArticleWorkspace(viewer, place.articleId)).live).toEqual({
    layers: false,
    consensus: true,
  });
});

test('progress is the viewer’s own work in each article', async () => {
  const { projectId, articles, articleId, ada, ben } = await aDesk();
  const { layerId } = await anAnnotation(ada, articleId);
  await anAnnotation(ada, articleId, { note: 'two' });
  await anAnnotation(ben, articles[0] ?? '');
  await changeLayerState(ada, layerId, 'submitted');
  expect(await readProgress(ada, projectId, articles)).toEqual({
    [articles[0] ?? '']: { state: 'none', annotations: 0, discussion: 'none' },
    [articleId]: { state: 'submitted', annotations: 2, discussion: 'none' },
    [articles[2] ?? '']: { state: 'none', annotations: 0, discussion: 'none' },
  });
});

test('the workspace says what a new analyst labels first, and what they are measured by', async () => {
  const place = await aCalibration();
  const { projectId, owner, source, learner, articleId: measured } = place;
  await db().project.update({ where: { id: projectId }, data: { calibrationGate: true } });
  const { articleId } = await anArticle(projectId);
  const first = [{ id: measured, title: 'To be measured by' }];
  const closed = { mayAnnotate: false, labelFirst: first, calibration: 'none' };
  const usual = { mayAnnotate: true, labelFirst: [], calibration: 'none' };
  expect(await readArticleWorkspace(learner, articleId)).toMatchObject(closed);
  expect(await readArticleWorkspace(learner, measured)).toMatchObject({
    ...usual,
    calibration: 'learner',
  });
  expect(await readArticleWorkspace(source, measured)).toMatchObject({
    ...usual,
    calibration: 'source',
  });
  for (const free of [owner, source])
    expect(await readArticleWorkspace(free, articleId)).toMatchObject(usual);
  expect(await readArticleWorkspace(owner, measured)).toMatchObject(usual);
  await anAttempt(place, learner.userId, true);
  expect(await readArticleWorkspace(learner, articleId)).toMatchObject(usual);
});
