import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { removeMember } from '@/lib/project/members';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { listMentions, seeMentions } from '@/lib/discussion/mentions';
import { removeComment } from '@/lib/discussion/comments';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import { db } from '@/lib/db';

async function aProjectWithMentions() {
  const { projectId, owner } = await aProject({ blind: 'after-submit' });
  const { articleId } = await anArticle(projectId, { title: 'News' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const submit = async (who: Viewer) => {
    const { layer } = await openMyLayer(who, articleId);
    await changeLayerState(who, layer.id, 'submitted');
  };
  return { projectId, owner, articleId, ada, ben, submit };
}

const list = async (who: Viewer, unseen = false) =>
  (await listMentions(who, { limit: 100, unseen })).items;

test('a mention is not listed until its user may read it', async () => {
  const { articleId, owner, ada, ben, submit } = await aProjectWithMentions();
  const thread = await aThread(ada, articleId, { body: '@Ben', mentions: [ben, owner] });
  expect(await list(await aPerson())).toEqual([]);
  expect(await list(ben)).toEqual([]);
  await seeMentions(ben, [thread.comments[0]?.id ?? '']);
  await submit(ben);
  expect(await list(ben, true)).toEqual([
    {
      commentId: thread.comments[0]?.id,
      threadId: thread.id,
      articleId,
      articleTitle: 'News',
      projectId: expect.any(String),
      projectName: 'A project',
      author: { id: ada.userId, name: ada.name },
      body: '@Ben',
      quote: 'regime',
      mentionedAt: expect.any(String),
      seenAt: null,
    },
  ]);
  expect(await list(owner)).toHaveLength(1);
});

test('lists the newest first, page by page; seen ones stay in the list', async () => {
  const { articleId, owner, ada } = await aProjectWithMentions();
  const { id } = await aThread(ada, articleId);
  const ids: string[] = [];
  for (const body of ['one', 'two', 'three']) ids.unshift(await aComment(ada, id, body, [owner]));
  await seeMentions(owner, ids.slice(0, 1));
  expect((await list(owner, true)).map(({ commentId }) => commentId)).toEqual(ids.slice(1));
  const first = await listMentions(owner, { limit: 2, unseen: false });
  expect(first.items.map(({ commentId }) => commentId)).toEqual(ids.slice(0, 2));
  const rest = { limit: 2, unseen: false, cursor: first.nextCursor ?? '' };
  expect((await listMentions(owner, rest)).items).toMatchObject([{ body: 'one' }]);
  expect(await refused(listMentions(owner, { ...rest, cursor: 'x' }))).toMatchObject({
    reason: 'invalid',
  });
});

test('deleted comments, and those of former projects, are not listed', async () => {
  const { projectId, articleId, owner, ada } = await aProjectWithMentions();
  const boss = await aMember(projectId, 'manager');
  const { id } = await aThread(ada, articleId);
  const gone = await aComment(ada, id, '@boss', [boss]);
  await aComment(ada, id, '@boss again', [boss]);
  await removeComment(ada, id, gone);
  expect(await list(boss)).toMatchObject([{ body: '@boss again' }]);
  await removeMember(owner, projectId, boss.userId);
  expect(await list(boss)).toEqual([]);
});

test('hidden comments and those without a mention stay unseen; again changes nothing', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const { articleId } = await anArticle(projectId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { comments } = await aThread(ada, articleId, { mentions: [ben, owner] });
  const commentId = comments[0]?.id ?? '';
  const seen = async ({ userId }: { userId: string }) =>
    (await db().mention.findUnique({ where: { commentId_userId: { commentId, userId } } }))?.seenAt;
  await seeMentions(ben, [commentId, v7()]);
  await seeMentions(ada, [commentId]);
  expect([await seen(ben), await seen(owner), await seen(ada)]).toEqual([null, null, undefined]);
  await seeMentions(owner, [commentId]);
  const at = await seen(owner);
  expect(at).toBeInstanceOf(Date);
  await seeMentions(owner, [commentId]);
  expect(await seen(owner)).toEqual(at);
});
