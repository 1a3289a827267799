import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { archiveArticle } from '@/lib/article/archive-article';
import { changeThreadState } from '@/lib/discussion/change-thread-state';
import type { ThreadState } from '@/lib/discussion/thread';
import type { BlindPolicy } from '@/lib/project/project';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';
import { channelsNotified } from '@/tests/builders/channels-notified';

async function aTalk(blind: BlindPolicy = 'open') {
  const { projectId, owner } = await aProject({ blind });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { id: annotationId, layerId } = await anAnnotation(analyst, articleId);
  const thread = await aThread(analyst, articleId, { annotationId });
  const turn = (who: Viewer, state: ThreadState) =>
    changeThreadState(who, thread.id, state, 'utf-16');
  return { projectId, articleId, owner, analyst, layerId, thread, turn };
}

test('refuses one who may not', async () => {
  const { projectId, articleId, owner, turn } = await aTalk();
  expect(await refused(turn(await aPerson(), 'resolved'))).toMatchObject({ reason: 'absent' });
  const viewer = await aMember(projectId, 'viewer');
  expect(await refused(turn(viewer, 'resolved'))).toMatchObject({ reason: 'forbidden' });
  await archiveArticle(owner, articleId);
  expect(await refused(turn(owner, 'resolved'))).toMatchObject({ reason: 'conflict' });
});

test('whoever sees it and may comment settles it and opens it again; once more changes nothing', async () => {
  const { projectId, turn } = await aTalk();
  const colleague = await aMember(projectId, 'analyst');
  const resolved = await turn(colleague, 'resolved');
  expect(resolved).toMatchObject({
    state: 'resolved',
    offsetUnit: 'utf-16',
    segments: [{ start: 4, end: 10 }],
    resolvedBy: { id: colleague.userId, name: colleague.name },
    resolvedAt: expect.any(String),
  });
  const other = await aMember(projectId, 'analyst');
  expect(await turn(other, 'resolved')).toEqual(resolved);
  expect(await turn(other, 'open')).toMatchObject({ state: 'open', resolvedBy: null });
});

test('in a closed project what a manager settles shows to the annotator once they have submitted', async () => {
  const { owner, analyst, layerId, thread, turn } = await aTalk('closed');
  await aComment(owner, thread.id);
  await turn(owner, 'resolved');
  expect(await turn(analyst, 'open')).toMatchObject({ state: 'open', comments: [{}] });
  await changeLayerState(analyst, layerId, 'submitted');
  expect(await turn(analyst, 'resolved')).toMatchObject({
    resolvedBy: { id: owner.userId },
    comments: [{}, {}],
  });
});

test('is told once', async () => {
  const { articleId, analyst, turn } = await aTalk();
  expect(await channelsNotified(() => turn(analyst, 'resolved'))).toHaveLength(2);
  expect(await channelsNotified(() => turn(analyst, 'resolved'))).toEqual([]);
  expect(await channelsNotified(() => turn(analyst, 'open'))).toContain(`layers/${articleId}`);
});
