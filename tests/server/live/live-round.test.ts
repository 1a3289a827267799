import { changeLayerState } from '@/lib/annotation/layers';
import { listThreads } from '@/lib/discussion/threads';
import { closeRound, openRound } from '@/lib/round/rounds';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { LiveChannel } from '@/lib/live/live-channel';
import { beforeDiscussion } from '@/tests/builders/a-discussion';
import { aComment, aThread } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { eventually } from '@/tests/builders/an-outbox';
import { aLiveServer } from '@/tests/harness/live-line';

let live: Awaited<ReturnType<typeof aLiveServer>>;

beforeEach(async () => {
  live = await aLiveServer();
});

afterEach(() => live.stop());

test('in a round of a closed project a member gets a colleague’s thread and changes, and nothing once it is over', async () => {
  const { projectId, owner, ada, ben, cleo, articleId, layers } = await beforeDiscussion('closed');
  const layersChannel: LiveChannel = { kind: 'layers', articleId };
  const own = (userId: string): LiveChannel => ({ kind: 'own', articleId, userId });
  const [adas, cleos] = [await live.lineOf(ada), await live.lineOf(cleo)];
  const early = await live.lineOf(ada);
  expect(await early.join(layersChannel)).toBe(false);
  expect(await adas.join(own(ada.userId))).toBe(true);
  expect(await cleos.join(own(cleo.userId))).toBe(true);

  await openRound(owner, projectId);
  await adas.next('rights');
  expect(await adas.join(layersChannel)).toBe(true);
  const { id } = await aThread(ben, articleId, { body: 'Is this loaded?' });
  await adas.next('threads');
  const query = { limit: 100, offsetUnit: 'utf-16' } as const;
  const threads = (await listThreads(ada, articleId, query)).items;
  expect(threads.map(({ comments }) => comments[0]?.body)).toEqual(['Is this loaded?']);

  // Also while their own layer is reopened; and the colleague gets its changes.
  await changeLayerState(ada, layers[0], 'open');
  await adas.next('layer');
  await aComment(ben, id, 'It seems so to me.');
  await adas.next('threads');
  const bens = await live.lineOf(ben);
  expect(await bens.join(layersChannel)).toBe(true);
  const mark = await anAnnotation(ada, articleId, { segments: [{ start: 26, end: 33 }] });
  expect(await bens.next('changes')).toMatchObject({ layerId: layers[0], put: [{ id: mark.id }] });

  await closeRound(owner, projectId, 1);
  await eventually(() => expect(adas.left).toHaveLength(1));
  expect(adas.left[0]?.channel).toBe(`layers/${articleId}`);
  const after = adas.received.length;
  await aComment(ben, id, 'And now?');
  expect(await cleos.join(layersChannel)).toBe(false);
  expect(adas.received).toHaveLength(after);
  expect(cleos.received.filter(({ message }) => message.kind !== 'rights')).toEqual([]);
});
