import { removeAnnotation } from '@/lib/annotation/annotations';
import { archiveArticle } from '@/lib/article/change-article';
import { archiveProject } from '@/lib/project/change-project';
import { channelsNotified } from '@/tests/builders/recorded-announcements';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { startThread } from '@/lib/discussion/start-thread';
import { threadInput } from '@/lib/discussion/thread';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

type Sent = Partial<z.input<typeof threadInput>>;

async function aRoom(blind: BlindPolicy = 'open') {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId, { text: '😀 one two three' });
  const analyst = await aMember(projectId, 'analyst');
  const start = (who: Viewer, sent: Sent = {}, id: string = v7()) => {
    const segments = sent.annotationId === undefined ? [{ start: 2, end: 5 }] : undefined;
    const comment = { body: 'Is this fair?' };
    return startThread(who, id, threadInput.parse({ articleId, segments, comment, ...sent }));
  };
  const count = () => db().comment.count({ where: { thread: { articleId } } });
  return { projectId, articleId, owner, analyst, start, count };
}

test('refuses a user without access', async () => {
  const { projectId, analyst, start, count } = await aRoom('after-submit');
  expect(await refused(start(await aPerson()))).toMatchObject({ reason: 'absent' });
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(start(viewer))).toMatchObject({ reason: 'forbidden' });
  expect(await refused(start(analyst, { articleId: v7() }))).toMatchObject({ reason: 'absent' });
  expect(await count()).toBe(0);
});

test('no thread is started in an archived article', async () => {
  const { owner, projectId, articleId, start } = await aRoom();
  await archiveArticle(owner, articleId);
  expect(await refused(start(owner))).toMatchObject({ reason: 'conflict' });
  await archiveProject(owner, projectId);
  expect(await refused(start(owner))).toMatchObject({ reason: 'conflict' });
});

test('on a passage: with quote, anchor and positions in the unit sent', async () => {
  const { analyst, articleId, start } = await aRoom();
  const { thread, made } = await start(analyst, { quote: 'one' });
  expect(made).toBe(true);
  expect(thread).toMatchObject({
    articleId,
    annotationId: null,
    revision: 1,
    offsetUnit: 'code-point',
    quote: 'one',
    segments: [{ start: 2, end: 5 }],
    prefix: '😀 ',
    suffix: ' two three',
    state: 'open',
    comments: [{ author: { id: analyst.userId }, body: 'Is this fair?', version: 1 }],
  });
  expect(await db().thread.findMany({ where: { articleId } })).toMatchObject([
    { start: 3, end: 6, segments: [[3, 6]] },
  ]);
});

test('on a visible annotation, with its span at that time', async () => {
  const { projectId, articleId, analyst, start } = await aRoom('after-submit');
  const annotation = await anAnnotation(analyst, articleId, { segments: [{ start: 7, end: 10 }] });
  const on = { annotationId: annotation.id };
  const { thread } = await start(analyst, { ...on, quote: 'two' });
  expect(thread).toMatchObject({ ...on, quote: 'two', segments: [{ start: 6, end: 9 }] });
  expect(await refused(start(analyst, { ...on, quote: 'one' }))).toMatchObject({
    faults: [{ path: 'quote' }],
  });
  const colleague = await aMember(projectId, 'analyst');
  const hidden = await refused(start(colleague, on));
  const unknown = await refused(start(colleague, { annotationId: v7() }));
  expect([hidden.reason, hidden.message]).toEqual([unknown.reason, unknown.message]);
  const guards = { ifMatch: null, idempotencyKey: null };
  await removeAnnotation(analyst, annotation.layerId, annotation.id, guards);
  expect(await refused(start(analyst, on))).toMatchObject({ reason: 'absent' });
});

test('an annotation of another article is absent', async () => {
  const { projectId, analyst, start } = await aRoom();
  const { articleId } = await anArticle(projectId);
  const { id: annotationId } = await anAnnotation(analyst, articleId);
  expect(await refused(start(analyst, { annotationId }))).toMatchObject({ reason: 'absent' });
});

test('mentions members, each once, and nobody else', async () => {
  const { projectId, analyst, owner, start, count } = await aRoom();
  const body = '@all';
  const mentions = [owner.userId, owner.userId, analyst.userId];
  const { thread } = await start(analyst, { comment: { body, mentions } });
  expect(thread.comments[0]?.mentions).toEqual([{ id: owner.userId, name: owner.name }]);
  const stranger = await aPerson();
  const left = await aMember(projectId, 'analyst');
  await db().membership.updateMany({
    where: { userId: left.userId },
    data: { removedAt: new Date() },
  });
  for (const { userId } of [stranger, left]) {
    const comment = { body, mentions: [owner.userId, userId] };
    expect(await refused(start(analyst, { comment }))).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'comment.mentions.1' }],
    });
  }
  expect(await count()).toBe(1);
});

test('the same again is the same thread, however often and however close', async () => {
  const { analyst, start, count } = await aRoom();
  const [id, comment] = [v7(), { id: v7(), body: 'Once.' }];
  const all = await Promise.all([1, 2, 3].map(() => start(analyst, { comment }, id)));
  expect(all.filter(({ made }) => made)).toHaveLength(1);
  expect(new Set(all.map(({ thread }) => JSON.stringify(thread))).size).toBe(1);
  const nameless = v7();
  const first = await start(analyst, {}, nameless);
  expect(await start(analyst, {}, nameless)).toEqual({ ...first, made: false });
  expect(await count()).toBe(2);
});

test('an id that is taken by another thread or comment is refused, and nothing is stored', async () => {
  const { analyst, owner, start, count } = await aRoom('closed');
  const id = v7();
  const { thread } = await start(owner, {}, id);
  expect(await refused(start(analyst, {}, id))).toMatchObject({ reason: 'conflict' });
  const other = { comment: { body: 'Another one.' } };
  expect(await refused(start(owner, other, id))).toMatchObject({ reason: 'conflict' });
  const comment = { id: thread.comments[0]?.id, body: 'Mine?' };
  expect(await refused(start(analyst, { comment }))).toMatchObject({
    faults: [{ path: 'comment.id' }],
  });
  expect(await count()).toBe(1);
});

test('is announced once, where it is visible', async () => {
  const { analyst, articleId, start } = await aRoom();
  const [id, own] = [v7(), `own/${articleId}/${analyst.userId}`];
  expect(await channelsNotified(() => start(analyst, {}, id))).toEqual([
    `layers/${articleId}`,
    own,
  ]);
  expect(await channelsNotified(() => start(analyst, {}, id))).toEqual([]);
});
