import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { requireCommenter, threadContext, writableThread } from '@/lib/discussion/thread-context';
import { archiveProject } from '@/lib/project/archive-project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not, as if there were no such thread', async () => {
  const { projectId, owner } = await aProject({ blind: 'closed' });
  const { articleId } = await anArticle(projectId);
  const { id } = await aThread(owner, articleId);
  const { userId } = await aMember(projectId, 'analyst');
  const unknown = await refused(threadContext(db(), userId, v7()));
  const { userId: stranger } = await aPerson();
  for (const hidden of [
    await refused(threadContext(db(), stranger, id)),
    await refused(writableThread(db(), userId, id)),
  ])
    expect([hidden.reason, hidden.message]).toEqual([unknown.reason, unknown.message]);
  expect((await threadContext(db(), userId, id)).seen).toBeNull();
});

test('a viewer may not write, nor anybody in what is archived', async () => {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const { articleId } = await anArticle(projectId);
  const { id } = await aThread(owner, articleId);
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(writableThread(db(), viewer.userId, id))).toMatchObject({
    reason: 'forbidden',
  });
  const { who } = await writableThread(db(), owner.userId, id);
  expect(() => requireCommenter(who)).not.toThrow();
  await archiveProject(owner, projectId);
  expect(await refused(writableThread(db(), owner.userId, id))).toMatchObject({
    reason: 'conflict',
  });
});
