import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { findMentions, setSeen } from '@/lib/discussion/mention-store';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('a mention has everything that decides its visibility', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { id: annotationId } = await anAnnotation(analyst, articleId);
  const { id, comments } = await aThread(owner, articleId, { annotationId, mentions: [analyst] });
  const second = await aComment(owner, id, 'Again', [analyst]);
  const page = { unseen: true, after: null, limit: 9 };
  const [newest, oldest] = await findMentions(db(), analyst.userId, page);
  expect(oldest).toMatchObject({
    commentId: comments[0]?.id,
    threadId: id,
    articleId,
    projectId,
    blind: 'closed',
    role: 'analyst',
    ownState: 'open',
    discussion: 'none',
    articleArchived: false,
    projectArchived: false,
    author: { id: owner.userId, role: 'owner' },
    origin: { startedById: owner.userId, layer: { kind: 'analyst', authorId: analyst.userId } },
  });
  expect(newest?.commentId).toBe(second);
  const after = [newest?.mentionedAt ?? '', second] as const;
  expect(await findMentions(db(), analyst.userId, { ...page, after })).toEqual([oldest]);
  await setSeen(db(), analyst.userId, [second]);
  expect(await findMentions(db(), analyst.userId, page)).toEqual([oldest]);
  const [seen] = await findMentions(db(), analyst.userId, { commentIds: [second] });
  expect(seen?.seenAt).not.toBeNull();
});
