import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { seeMentions } from '@/lib/discussion/see-mentions';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aThread } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';

test('one who may not yet read it, or is not called, has not seen it; again changes nothing', async () => {
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
