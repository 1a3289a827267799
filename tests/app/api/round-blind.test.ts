import { closeRound, openRound } from '@/lib/round/rounds';
import { changeLayerState } from '@/lib/annotation/layers';
import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { beforeDiscussion } from '@/tests/builders/a-discussion';
import { aMember } from '@/tests/builders/a-member';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { reaching } from '@/tests/builders/reaching';
import { callRoute } from '@/tests/harness/call-route';

test('in a closed project a round opens everything to those in it while it lasts, and nothing to anybody else', async () => {
  const { projectId, owner, ada, ben, cleo, articleId, layers } = await beforeDiscussion('closed');
  const viewer = await aMember(projectId, 'viewer');
  await anAnnotation(cleo, articleId, { segments: [{ start: 26, end: 33 }] });
  const mine = await aThread(ben, articleId);
  const reach = (who: Viewer) => reaching(who, projectId, articleId);
  const others = async () => [await reach(cleo), await reach(viewer)];
  const [before, blind] = [await reach(ada), await others()];
  expect(before).toMatchObject({ layers: 1, threads: 0, agreement: 0, rows: 1, json: 1 });

  await openRound(owner, projectId);
  const everything = { layers: 3, threads: 1, agreement: 1, rows: 4, json: 3, channels: 2 };
  expect(await reach(ada)).toMatchObject(everything);
  expect(await reach(ben)).toMatchObject(everything);
  expect(await others()).toEqual(blind);
  // Also while their own layer is reopened.
  await changeLayerState(ada, layers[0], 'open');
  expect(await reach(ada)).toMatchObject(everything);
  await aComment(ada, mine.id, 'I would go further.');
  await aComment(ben, mine.id, 'Why?', [ada]);
  const mentions = async () =>
    ((await callRoute('GET', '/api/v1/me/mentions', { as: ada })).body as { items: unknown[] })
      .items;
  expect(await mentions()).toHaveLength(1);
  expect(await others()).toEqual(blind);

  await closeRound(owner, projectId, 1);
  // Ada can still read her own comments in a thread; nothing of Ben’s is left.
  expect(await reach(ada)).toEqual(before);
  expect(await mentions()).toEqual([]);
  expect(await others()).toEqual(blind);
});

test('what others say in a round does not reach a blind analyst through their own annotation either', async () => {
  const { projectId, owner, ada, cleo, articleId } = await beforeDiscussion('closed');
  const { id } = await anAnnotation(cleo, articleId, { segments: [{ start: 26, end: 33 }] });
  await openRound(owner, projectId);
  const about = { annotationId: id };
  await aThread(ada, articleId, { ...about, body: 'Ben and I have this as loaded.' });
  const threads = await callRoute('GET', `/api/v1/articles/${articleId}/threads`, { as: cleo });
  expect(JSON.stringify(threads.body)).not.toContain('loaded');
});
