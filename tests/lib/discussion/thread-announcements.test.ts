import { expect, test } from '@jest/globals';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { db } from '@/lib/db';
import { threadAnnouncements } from '@/lib/discussion/thread-announcements';
import type { BlindPolicy } from '@/lib/project/project';
import { changeProject } from '@/lib/project/change-project';
import { changeThreadState } from '@/lib/discussion/change-thread-state';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { channelsNotified } from '@/tests/builders/channels-notified';

async function aTalk(blind: BlindPolicy) {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const annotation = await anAnnotation(analyst, articleId);
  const { id: threadId } = await aThread(analyst, articleId, { annotationId: annotation.id });
  const submit = () => changeLayerState(analyst, annotation.layerId, 'submitted');
  const names = ({ userId }: { userId: string }) => `own/${articleId}/${userId}`;
  return { projectId, articleId, owner, analyst, threadId, submit, names };
}

test('nothing changed: nobody is told', async () => {
  expect(await threadAnnouncements(db(), 'me', null, null)).toEqual([]);
});

test.each([
  // In an open project they read everybody, and so hear it there.
  ['open', false, false],
  ['open', true, false],
  ['after-submit', false, false],
  ['after-submit', true, false],
  ['closed', false, false],
  ['closed', true, true],
] as const)(
  'a manager on an analyst’s annotation; %s, submitted: %s; the analyst is told apart: %s',
  async (blind, submitted, isNotified) => {
    const { articleId, owner, analyst, threadId, submit, names } = await aTalk(blind);
    if (submitted) await submit();
    const rooms = await channelsNotified(() => aComment(owner, threadId));
    const expected = [`layers/${articleId}`, names(owner), ...(isNotified ? [names(analyst)] : [])];
    expect(rooms).toEqual(expected.sort());
  },
);

test('a colleague’s word is told to the annotator only where they read everybody', async () => {
  const { projectId, articleId, owner, analyst, threadId, submit, names } = await aTalk('open');
  const colleague = await aMember(projectId, 'analyst');
  await aComment(colleague, threadId);
  await submit();
  await changeProject(owner, projectId, { blind: 'closed' });
  const own = await channelsNotified(() => aComment(analyst, threadId));
  expect(own).toEqual([names(analyst), `layers/${articleId}`].sort());
  await changeProject(owner, projectId, { blind: 'open' });
  const rooms = await channelsNotified(() => aComment(colleague, threadId));
  expect(rooms).not.toContain(names(analyst));
});

test('what is settled in a thread that is absent to the annotator is not told them', async () => {
  const { projectId, articleId, owner, analyst, submit, names } = await aTalk('open');
  const colleague = await aMember(projectId, 'analyst');
  const { id: annotationId } = await anAnnotation(analyst, articleId);
  const { id } = await aThread(colleague, articleId, { annotationId });
  await submit();
  await changeProject(owner, projectId, { blind: 'closed' });
  const rooms = await channelsNotified(() => changeThreadState(owner, id, 'resolved', 'utf-16'));
  expect(rooms).not.toContain(names(analyst));
});
