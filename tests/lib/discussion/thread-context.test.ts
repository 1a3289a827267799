import { changeLayerState } from '@/lib/annotation/layers';
import { channelsNotified } from '@/tests/builders/recorded-announcements';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import {
  requireCommenter,
  threadContext,
  writableThread,
  threadAnnouncements,
} from '@/lib/discussion/thread-context';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import type { BlindPolicy } from '@/lib/project/project';
import { changeProject, archiveProject } from '@/lib/project/change-project';
import { changeThreadState } from '@/lib/discussion/threads';
import { anAnnotation } from '@/tests/builders/an-annotation';

test('refuses a user without access, as if there were no such thread', async () => {
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

test('a viewer may not comment, nor anybody in an archived article', async () => {
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

async function aThreadInAProject(blind: BlindPolicy) {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const annotation = await anAnnotation(analyst, articleId);
  const { id: threadId } = await aThread(analyst, articleId, { annotationId: annotation.id });
  const submit = () => changeLayerState(analyst, annotation.layerId, 'submitted');
  const names = ({ userId }: { userId: string }) => `own/${articleId}/${userId}`;
  return { projectId, articleId, owner, analyst, threadId, submit, names };
}

test('an unchanged thread is not announced', async () => {
  expect(await threadAnnouncements(db(), 'me', null, null)).toEqual([]);
});

test.each([
  // In an open project they see every layer, and are notified there.
  ['open', false, false],
  ['open', true, false],
  ['after-submit', false, false],
  ['after-submit', true, false],
  ['closed', false, false],
  ['closed', true, true],
] as const)(
  'a manager on an analyst’s annotation; %s, submitted: %s; own announcement: %s',
  async (blind, submitted, isNotified) => {
    const { articleId, owner, analyst, threadId, submit, names } = await aThreadInAProject(blind);
    if (submitted) await submit();
    const channels = await channelsNotified(() => aComment(owner, threadId));
    const expected = [`layers/${articleId}`, names(owner), ...(isNotified ? [names(analyst)] : [])];
    expect(channels).toEqual(expected.sort());
  },
);

test('a colleague’s comment is announced to the annotator only where they see every layer', async () => {
  const { projectId, articleId, owner, analyst, threadId, submit, names } =
    await aThreadInAProject('open');
  const colleague = await aMember(projectId, 'analyst');
  await aComment(colleague, threadId);
  await submit();
  await changeProject(owner, projectId, { blind: 'closed' });
  const own = await channelsNotified(() => aComment(analyst, threadId));
  expect(own).toEqual([names(analyst), `layers/${articleId}`].sort());
  await changeProject(owner, projectId, { blind: 'open' });
  const channels = await channelsNotified(() => aComment(colleague, threadId));
  expect(channels).not.toContain(names(analyst));
});

test('a resolution of a thread that the annotator may not see is not announced to them', async () => {
  const { projectId, articleId, owner, analyst, submit, names } = await aThreadInAProject('open');
  const colleague = await aMember(projectId, 'analyst');
  const { id: annotationId } = await anAnnotation(analyst, articleId);
  const { id } = await aThread(colleague, articleId, { annotationId });
  await submit();
  await changeProject(owner, projectId, { blind: 'closed' });
  const channels = await channelsNotified(() => changeThreadState(owner, id, 'resolved', 'utf-16'));
  expect(channels).not.toContain(names(analyst));
});
