import { archiveArticle } from '@/lib/article/change-article';
import { channelsNotified } from '@/tests/builders/recorded-announcements';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { maxComments } from '@/lib/discussion/comment';
import { putComment, removeComment, checkMentions } from '@/lib/discussion/comments';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import { listThreads } from '@/lib/discussion/threads';

async function aThreadInAProject(blind: BlindPolicy = 'open') {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const thread = await aThread(analyst, articleId);
  const put = (who: Viewer, body: string, id: string = v7(), mentions: string[] = []) =>
    putComment(who, thread.id, id, { body, mentions });
  return { projectId, articleId, owner, analyst, thread, put, first: thread.comments[0]?.id ?? '' };
}

test('refuses a user without access in the same words as for a missing thread', async () => {
  const { projectId, put } = await aThreadInAProject('after-submit');
  const body = { body: 'Me too', mentions: [] };
  const unknown = await refused(putComment(await aPerson(), v7(), v7(), body));
  for (const who of [await aPerson(), await aMember(projectId, 'analyst')]) {
    const hidden = await refused(put(who, 'Me too'));
    expect([hidden.reason, hidden.message]).toEqual([unknown.reason, unknown.message]);
  }
  expect(unknown.reason).toBe('absent');
});

test('a viewer may read and not comment', async () => {
  const { projectId, put } = await aThreadInAProject();
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(put(viewer, 'Me too'))).toMatchObject({ reason: 'forbidden' });
});

test('is added once however often it is sent, and changed only by its author', async () => {
  const { analyst, owner, put } = await aThreadInAProject();
  const id = v7();
  const first = await put(owner, 'One', id);
  expect(first).toMatchObject({ made: true, comment: { id, body: 'One', version: 1 } });
  expect(await put(owner, 'One', id)).toEqual({ ...first, made: false });
  const changed = await put(owner, 'Two', id, [analyst.userId]);
  expect(changed).toMatchObject({ made: false, comment: { body: 'Two', version: 2 } });
  expect(changed.comment.mentions).toEqual([{ id: analyst.userId, name: analyst.name }]);
  expect(await refused(put(analyst, 'Three', id))).toMatchObject({ reason: 'forbidden' });
  const row = await db().comment.findUniqueOrThrow({ where: { id } });
  expect(row.earlier).toEqual([{ body: 'One', at: expect.stringContaining('T') }]);
});

test('a removed mention keeps its row, and a renewed one is unseen', async () => {
  const { analyst, owner, put } = await aThreadInAProject();
  const [id, called] = [v7(), [analyst.userId]];
  const calls = () => db().mention.findMany({ where: { commentId: id } });
  await put(owner, '@A', id, called);
  await db().mention.updateMany({ data: { seenAt: new Date() } });
  await put(owner, '@A!', id, called);
  expect(await calls()).toMatchObject([{ seenAt: expect.any(Date) }]);
  await put(owner, 'Nobody', id);
  expect(await calls()).toMatchObject([{ removedAt: expect.any(Date) }]);
  await put(owner, '@A', id, called);
  expect(await calls()).toMatchObject([{ removedAt: null, seenAt: null }]);
  const stranger = await aPerson();
  expect(await refused(put(owner, '@B', id, [stranger.userId]))).toMatchObject({
    faults: [{ path: 'mentions.0' }],
  });
});

test('a deleted comment, or one of another thread, is not changed', async () => {
  const { articleId, analyst, thread, first, put } = await aThreadInAProject();
  const other = await aThread(analyst, articleId);
  expect(await refused(put(analyst, 'x', other.comments[0]?.id))).toMatchObject({
    faults: [{ path: 'commentId' }],
  });
  await aComment(analyst, thread.id);
  await removeComment(analyst, thread.id, first);
  expect(await refused(put(analyst, 'x', first))).toMatchObject({ reason: 'conflict' });
});

test('a comment that the viewer may not see is only a taken id', async () => {
  const { projectId, owner, analyst, thread, put } = await aThreadInAProject('closed');
  const hidden = await aComment(owner, thread.id);
  const unknown = await refused(put(analyst, 'x', (await aThreadInAProject()).first));
  const refusal = await refused(put(analyst, 'x', hidden));
  expect(refusal).toMatchObject({ reason: 'conflict', message: unknown.message });
  const manager = await aMember(projectId, 'manager');
  expect(await refused(put(manager, 'x', hidden))).toMatchObject({ reason: 'forbidden' });
});

test('a thread has a maximum of comments, and none are added to an archived article', async () => {
  const { owner, articleId, thread, put } = await aThreadInAProject();
  const row = { threadId: thread.id, authorId: owner.userId, body: 'x' };
  await db().comment.createMany({
    data: Array.from({ length: maxComments - 1 }, () => ({ id: v7(), ...row })),
  });
  expect(await refused(put(owner, 'One more'))).toMatchObject({ reason: 'conflict' });
  await archiveArticle(owner, articleId);
  expect(await refused(put(owner, 'x'))).toMatchObject({ reason: 'conflict' });
});

test('is announced where it is visible; a repetition is not announced', async () => {
  const { owner, articleId, put } = await aThreadInAProject();
  const id = v7();
  const channels = [`layers/${articleId}`, `own/${articleId}/${owner.userId}`];
  expect(await channelsNotified(() => put(owner, 'One', id))).toEqual(channels);
  expect(await channelsNotified(() => put(owner, 'One', id))).toEqual([]);
  expect(await channelsNotified(() => put(owner, 'Two', id))).toEqual(channels);
});

async function aThreadInAnOpenProject() {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { id: threadId, comments } = await aThread(analyst, articleId);
  const all = { limit: 9, offsetUnit: 'utf-16' } as const;
  const list = async () => (await listThreads(owner, articleId, all)).items;
  return { projectId, articleId, owner, analyst, threadId, first: comments[0]?.id ?? '', list };
}

test('refuses a user without access', async () => {
  const { projectId, owner, threadId, first } = await aThreadInAnOpenProject();
  const remove = (who: Parameters<typeof removeComment>[0]) =>
    refused(removeComment(who, threadId, first));
  expect(await remove(await aPerson())).toMatchObject({ reason: 'absent' });
  expect(await remove(owner)).toMatchObject({ reason: 'forbidden' });
  const viewer = await aMember(projectId, 'viewer');
  expect(await remove(viewer)).toMatchObject({ reason: 'forbidden' });
});

test('hides a deleted comment, keeps its row, and hides a thread without comments', async () => {
  const { owner, analyst, threadId, first, list } = await aThreadInAnOpenProject();
  const second = await aComment(owner, threadId);
  await removeComment(analyst, threadId, first);
  await removeComment(analyst, threadId, first);
  expect((await list())[0]?.comments.map(({ id }) => id)).toEqual([second]);
  await removeComment(owner, threadId, second);
  await removeComment(owner, threadId, second);
  expect(await list()).toEqual([]);
  expect(await db().comment.findMany({ where: { threadId } })).toMatchObject([
    { body: 'What of this?', removedAt: expect.any(Date) },
    { removedAt: expect.any(Date) },
  ]);
});

test('a missing comment is absent, and nothing changes in an archived article', async () => {
  const { projectId, articleId, owner, analyst, threadId } = await aThreadInAnOpenProject();
  const mine = await aComment(owner, threadId);
  expect(await refused(removeComment(analyst, threadId, v7()))).toMatchObject({ reason: 'absent' });
  const { id: other } = await aThread(owner, articleId);
  expect(await refused(removeComment(owner, other, mine))).toMatchObject({ reason: 'absent' });
  await archiveArticle(await aMember(projectId, 'manager'), articleId);
  expect(await refused(removeComment(owner, threadId, mine))).toMatchObject({ reason: 'conflict' });
});

test('is announced once', async () => {
  const { articleId, analyst, threadId, first } = await aThreadInAnOpenProject();
  const remove = () => removeComment(analyst, threadId, first);
  expect(await channelsNotified(remove)).toEqual([
    `layers/${articleId}`,
    `own/${articleId}/${analyst.userId}`,
  ]);
  expect(await channelsNotified(remove)).toEqual([]);
});

test('refuses mentions of strangers and unknown users, by their index', async () => {
  const { projectId } = await aProject();
  const [{ userId: member }, { userId: stranger }] = [
    await aMember(projectId, 'viewer'),
    await aPerson(),
  ];
  const { faults } = await refused(
    checkMentions(db(), projectId, [member, stranger, v7()], 'mentions'),
  );
  expect(faults.map(({ path }) => path)).toEqual(['mentions.1', 'mentions.2']);
  expect(faults[0]?.message).toBe(faults[1]?.message);
  await checkMentions(db(), projectId, [member], 'mentions');
});
