import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { listThreads } from '@/lib/discussion/list-threads';
import { removeComment } from '@/lib/discussion/remove-comment';
import { archiveArticle } from '@/lib/article/archive-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import { channelsNotified } from '@/tests/builders/channels-notified';

async function aTalk() {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { id: threadId, comments } = await aThread(analyst, articleId);
  const all = { limit: 9, offsetUnit: 'utf-16' } as const;
  const list = async () => (await listThreads(owner, articleId, all)).items;
  return { projectId, articleId, owner, analyst, threadId, first: comments[0]?.id ?? '', list };
}

test('refuses one who may not', async () => {
  const { projectId, owner, threadId, first } = await aTalk();
  const remove = (who: Parameters<typeof removeComment>[0]) =>
    refused(removeComment(who, threadId, first));
  expect(await remove(await aPerson())).toMatchObject({ reason: 'absent' });
  expect(await remove(owner)).toMatchObject({ reason: 'forbidden' });
  const viewer = await aMember(projectId, 'viewer');
  expect(await remove(viewer)).toMatchObject({ reason: 'forbidden' });
});

test('nobody reads it any more, it is kept, and the last one takes the thread along', async () => {
  const { owner, analyst, threadId, first, list } = await aTalk();
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

test('what is not there is absent, and nothing changes in what is archived', async () => {
  const { projectId, articleId, owner, analyst, threadId } = await aTalk();
  const mine = await aComment(owner, threadId);
  expect(await refused(removeComment(analyst, threadId, v7()))).toMatchObject({ reason: 'absent' });
  const { id: other } = await aThread(owner, articleId);
  expect(await refused(removeComment(owner, other, mine))).toMatchObject({ reason: 'absent' });
  await archiveArticle(await aMember(projectId, 'manager'), articleId);
  expect(await refused(removeComment(owner, threadId, mine))).toMatchObject({ reason: 'conflict' });
});

test('is told once', async () => {
  const { articleId, analyst, threadId, first } = await aTalk();
  const remove = () => removeComment(analyst, threadId, first);
  expect(await channelsNotified(remove)).toEqual([
    `layers/${articleId}`,
    `own/${articleId}/${analyst.userId}`,
  ]);
  expect(await channelsNotified(remove)).toEqual([]);
});
