import { expect, test } from '@jest/globals';
import { closeRound } from '@/lib/round/close-round';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { putAnnotation } from '@/lib/annotation/put-annotation';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { db } from '@/lib/db';
import { aDiscussion, beforeDiscussion } from '@/tests/builders/a-discussion';
import { aPerson } from '@/tests/builders/a-person';
import { aPut, anAnnotation } from '@/tests/builders/an-annotation';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

const announcements = recordAnnouncements();

test('refuses one who may not, and strangers know of nothing', async () => {
  const { projectId, ada } = await aDiscussion();
  expect((await refused(closeRound(ada, projectId, 1))).reason).toBe('forbidden');
  expect((await refused(closeRound(await aPerson(), projectId, 1))).reason).toBe('absent');
  expect(await db().round.count({ where: { projectId, closedAt: null } })).toBe(1);
});

test('submits what is open again as it stands, keeps both moments, and tells it live', async () => {
  const { projectId, owner, ada, ben, articleId, layers } = await aDiscussion('closed');
  const [adas] = layers;
  await changeLayerState(ada, adas, 'open');
  await anAnnotation(ada, articleId, { segments: [{ start: 26, end: 33 }] });
  announcements.length = 0;
  const closed = await closeRound(owner, projectId, 1);
  expect(closed).toMatchObject({
    number: 1,
    state: 'closed',
    closedBy: { id: owner.userId },
    reopened: 0,
  });
  const noted = await db().roundLayer.findMany({ where: { layerId: { in: layers } } });
  expect(new Map(noted.map(({ layerId, before, after }) => [layerId, [before, after]]))).toEqual(
    new Map([
      [adas, [1, 2]],
      [layers[1], [2, 2]],
    ]),
  );
  const messages = announcements.filter(({ kind }) => kind === 'message');
  expect(messages.map((one) => (one.kind === 'message' ? one.channel.kind : ''))).toEqual([
    'layers',
    'own',
  ]);
  expect(messages[0]).toMatchObject({
    message: { kind: 'layer', layer: { layerId: adas, state: 'submitted' } },
  });
  expect(announcements.at(-1)).toEqual({ kind: 'rights', of: { projectId } });
  for (const analyst of [ada, ben])
    expect(await readArticleWorkspace(analyst, articleId)).toMatchObject({
      layer: { state: 'submitted' },
      otherLayersVisible: [],
      mayReopen: false,
      live: { layers: false },
      round: null,
    });
  const unguarded = { ifMatch: null, idempotencyKey: null };
  const late = await refused(
    putAnnotation(ada, adas, '0190a000-0000-7000-8000-00000000000a', aPut(), unguarded),
  );
  expect(late.reason).toBe('conflict');
  expect((await refused(changeLayerState(ada, adas, 'open'))).reason).toBe('forbidden');
});

test('what is closed, or not there, is not closed again', async () => {
  const { projectId, owner } = await aDiscussion();
  await closeRound(owner, projectId, 1);
  expect((await refused(closeRound(owner, projectId, 1))).reason).toBe('conflict');
  expect((await refused(closeRound(owner, projectId, 2))).reason).toBe('absent');
  const other = await beforeDiscussion();
  expect((await refused(closeRound(other.owner, other.projectId, 1))).reason).toBe('absent');
});

test('once closed, a reading that a manager opens again still sees others where one waits for the submission', async () => {
  const seesBens = async (blind: 'closed' | 'after-submit') => {
    const { projectId, owner, ada, articleId, layers } = await aDiscussion(blind);
    await closeRound(owner, projectId, 1);
    await changeLayerState(owner, layers[0], 'open');
    return (await readArticleWorkspace(ada, articleId)).otherLayersVisible.length;
  };
  expect(await seesBens('after-submit')).toBe(1);
  expect(await seesBens('closed')).toBe(0);
});
