import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import {
  changeBody,
  countComments,
  findComment,
  insertComment,
  markCommentRemoved,
  setMentions,
} from '@/lib/discussion/comment-store';
import { aProject } from '@/tests/builders/a-project';
import { aThread } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';

test('a comment stores its earlier bodies, and is deleted by date', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const { id: threadId } = await aThread(owner, articleId);
  const [id, authorId] = [v7(), owner.userId];
  expect(await findComment(db(), id)).toBeNull();
  expect(await insertComment(db(), { id, threadId, authorId, body: 'one' })).toBe(true);
  expect(await insertComment(db(), { id, threadId, authorId, body: 'x' })).toBe(false);
  await changeBody(db(), id, 'two');
  await changeBody(db(), id, 'three');
  await setMentions(db(), id, [authorId]);
  const expected = { threadId, authorId, body: 'three', earlier: ['one', 'two'], removed: false };
  expect(await findComment(db(), id)).toEqual({ ...expected, mentions: [authorId] });
  await setMentions(db(), id, []);
  await markCommentRemoved(db(), id);
  expect(await findComment(db(), id)).toEqual({ ...expected, mentions: [], removed: true });
  expect(await countComments(db(), threadId)).toBe(2);
});
