import { changeLayerState } from '@/lib/annotation/layers';
import { archiveArticle } from '@/lib/article/change-article';
import { channelsNotified } from '@/tests/builders/recorded-announcements';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { changeThreadState, listThreads } from '@/lib/discussion/threads';
import type { ThreadsQuery, ThreadState } from '@/lib/discussion/thread';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const all = { limit: 100, offsetUnit: 'utf-16' } as const;

async function anArticleWithThreads(blind: BlindPolicy) {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId, { text: '😀 one two three four five' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const list = (who: Viewer, query: Partial<ThreadsQuery> = {}) =>
    listThreads(who, articleId, { ...all, ...query });
  const bodies = async (who: Viewer) =>
    (await list(who)).items.map(({ comments }) => comments.map(({ body }) => body));
  return { projectId, articleId, owner, ada, ben, list, bodies };
}

test('a list refuses a user without access', async () => {
  const { list } = await anArticleWithThreads('open');
  const { reason } = await refused(list(await aPerson()));
  expect(reason).toBe('absent');
  expect(await refused(listThreads(await aPerson(), v7(), all))).toMatchObject({ reason });
});

test('everybody gets what the project opens to them, and no trace of the rest', async () => {
  const { articleId, owner, ada, ben, list, bodies } = await anArticleWithThreads('after-submit');
  const { id: annotationId, layerId } = await anAnnotation(ada, articleId);
  const on = await aThread(ada, articleId, { annotationId, body: 'Ada on hers' });
  await aThread(ben, articleId, { body: 'Ben on a passage' });
  await aComment(owner, on.id, 'The owner to Ada');
  await changeThreadState(owner, on.id, 'resolved', 'utf-16');
  expect((await bodies(owner)).flat()).toHaveLength(3);
  expect(await bodies(ada)).toEqual([['Ada on hers']]);
  expect(await bodies(ben)).toEqual([['Ben on a passage']]);
  expect(JSON.stringify(await list(ada))).not.toContain(owner.userId);
  expect((await list(ada, { state: 'resolved' })).items).toEqual([]);
  await changeLayerState(ada, layerId, 'submitted');
  expect((await bodies(ada)).flat()).toHaveLength(3);
  expect((await list(ada, { state: 'resolved' })).items).toHaveLength(1);
  const ofBen = await list(ben, { annotationId });
  expect(ofBen).toEqual({ items: [], nextCursor: null, offsetUnit: 'utf-16' });
});

test('a viewer may read in an open project, and not in a blind one', async () => {
  for (const [blind, count] of [
    ['open', 1],
    ['after-submit', 0],
  ] as const) {
    const { projectId, articleId, ada, list } = await anArticleWithThreads(blind);
    await aThread(ada, articleId);
    const viewer = await aMember(projectId, 'viewer');
    expect((await list(viewer)).items).toHaveLength(count);
  }
});

test('lists by start, page by page, without hidden threads', async () => {
  const { articleId, owner, ada, list } = await anArticleWithThreads('closed');
  const at = (start: number) => ({ segments: [{ start, end: start + 3 }] });
  const later = await aThread(ada, articleId, at(7));
  const first = await aThread(ada, articleId, at(3));
  await aThread(owner, articleId, at(3));
  const twin = await aThread(ada, articleId, at(7));
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await list(ada, { limit: 1, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(ids).toEqual([first.id, later.id, twin.id]);
  const { items, offsetUnit } = await list(ada, { offsetUnit: 'code-point', limit: 1 });
  expect([items[0]?.segments, offsetUnit]).toEqual([[{ start: 2, end: 5 }], 'code-point']);
  expect(items[0]).toMatchObject({ quote: 'one', offsetUnit: 'code-point' });
});

test('an invalid cursor is refused', async () => {
  const { ada, list } = await anArticleWithThreads('open');
  const cursor = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  expect(await refused(list(ada, { cursor }))).toMatchObject({ reason: 'invalid' });
});

async function aThreadInAProject(blind: BlindPolicy = 'open') {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { id: annotationId, layerId } = await anAnnotation(analyst, articleId);
  const thread = await aThread(analyst, articleId, { annotationId });
  const turn = (who: Viewer, state: ThreadState) =>
    changeThreadState(who, thread.id, state, 'utf-16');
  return { projectId, articleId, owner, analyst, layerId, thread, turn };
}

test('a change of state refuses a user without access', async () => {
  const { projectId, articleId, owner, turn } = await aThreadInAProject();
  expect(await refused(turn(await aPerson(), 'resolved'))).toMatchObject({ reason: 'absent' });
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(turn(viewer, 'resolved'))).toMatchObject({ reason: 'forbidden' });
  await archiveArticle(owner, articleId);
  expect(await refused(turn(owner, 'resolved'))).toMatchObject({ reason: 'conflict' });
});

test('whoever sees it and may comment can resolve and reopen it; again changes nothing', async () => {
  const { projectId, turn } = await aThreadInAProject();
  const colleague = await aMember(projectId, 'analyst');
  const resolved = await turn(colleague, 'resolved');
  expect(resolved).toMatchObject({
    state: 'resolved',
    offsetUnit: 'utf-16',
    segments: [{ start: 4, end: 10 }],
    resolvedBy: { id: colleague.userId, name: colleague.name },
    resolvedAt: expect.any(String),
  });
  const other = await aMember(projectId, 'analyst');
  expect(await turn(other, 'resolved')).toEqual(resolved);
  expect(await turn(other, 'open')).toMatchObject({ state: 'open', resolvedBy: null });
});

test('in a closed project a manager’s resolution shows to the annotator once they have submitted', async () => {
  const { owner, analyst, layerId, thread, turn } = await aThreadInAProject('closed');
  await aComment(owner, thread.id);
  await turn(owner, 'resolved');
  expect(await turn(analyst, 'open')).toMatchObject({ state: 'open', comments: [{}] });
  await changeLayerState(analyst, layerId, 'submitted');
  expect(await turn(analyst, 'resolved')).toMatchObject({
    resolvedBy: { id: owner.userId },
    comments: [{}, {}],
  });
});

test('is announced once', async () => {
  const { articleId, analyst, turn } = await aThreadInAProject();
  expect(await channelsNotified(() => turn(analyst, 'resolved'))).toHaveLength(2);
  expect(await channelsNotified(() => turn(analyst, 'resolved'))).toEqual([]);
  expect(await channelsNotified(() => turn(analyst, 'open'))).toContain(`layers/${articleId}`);
});
