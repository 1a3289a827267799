import { changeLayerState } from '@/lib/annotation/layers';
import { putAnnotation } from '@/lib/annotation/annotations';
import { archiveArticle } from '@/lib/article/change-article';
import { describe, expect, test } from '@jest/globals';
import { closeRound, findTheRound, listRounds, openRound } from '@/lib/round/rounds';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { db } from '@/lib/db';
import { aDiscussion, beforeDiscussion } from '@/tests/builders/a-discussion';
import { aPerson } from '@/tests/builders/a-person';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { aPut, anAnnotation } from '@/tests/builders/an-annotation';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

describe('list rounds', () => {
  test('refuses one who may not', async () => {
    const { projectId } = await aDiscussion();
    expect((await refused(listRounds(await aPerson(), projectId, { limit: 9 }))).reason).toBe(
      'absent',
    );
  });

  test('lists a project’s rounds page by page, the newest first, and what of them is one’s own', async () => {
    const { projectId, owner, ada, cleo, layers } = await aDiscussion();
    await closeRound(owner, projectId, 1);
    await openRound(owner, projectId);
    await changeLayerState(ada, layers[0], 'open');
    const first = await listRounds(owner, projectId, { limit: 1 });
    expect(first.items).toMatchObject([{ number: 2, layers: 2, articles: 1, reopened: 1 }]);
    const rest = await listRounds(owner, projectId, { limit: 1, cursor: first.nextCursor ?? '' });
    expect(rest).toMatchObject({
      items: [{ number: 1, state: 'closed', reopened: 0 }],
      nextCursor: null,
    });
    const mine = async (who: typeof ada) =>
      (await listRounds(who, projectId, { limit: 9 })).items.map((round) => [
        round.layers,
        round.mine,
      ]);
    expect(await mine(ada)).toEqual([
      [null, { layers: 1, reopened: 1 }],
      [null, { layers: 1, reopened: 0 }],
    ]);
    expect(await mine(cleo)).toEqual([
      [null, { layers: 0, reopened: 0 }],
      [null, { layers: 0, reopened: 0 }],
    ]);
    expect((await refused(listRounds(ada, projectId, { limit: 9, cursor: 'x' }))).reason).toBe(
      'invalid',
    );
    const none = await beforeDiscussion();
    expect((await listRounds(none.owner, none.projectId, { limit: 9 })).items).toEqual([]);
  });
});

describe('find the round', () => {
  test('refuses those who may not; gives members the round as far as they may see it', async () => {
    const { projectId, owner, ada } = await aDiscussion();
    const stranger = await aPerson();
    expect((await refused(findTheRound(stranger, projectId, 1))).reason).toBe('absent');
    expect((await refused(findTheRound(ada, projectId, 2))).reason).toBe('absent');
    expect(await findTheRound(owner, projectId, 1)).toMatchObject({ layers: 2, reopened: 0 });
    const adas = await findTheRound(ada, projectId, 1);
    expect(adas).toMatchObject({ number: 1, state: 'open', layers: null, mine: { layers: 1 } });
  });
});

describe('open round', () => {
  const announcements = recordAnnouncements();

  test('refuses one who may not, and strangers know of nothing', async () => {
    const { projectId, ada } = await beforeDiscussion();
    expect((await refused(openRound(ada, projectId))).reason).toBe('forbidden');
    expect((await refused(openRound(await aPerson(), projectId))).reason).toBe('absent');
    expect(await db().round.count({ where: { projectId } })).toBe(0);
  });

  test('stores what every submission has, and opens them to each other', async () => {
    const { projectId, owner, ada, ben, cleo, articleId, layers } =
      await beforeDiscussion('closed');
    const { layers: alone } = await aReadArticle(projectId, [[ada, [['loaded_framing', 'The']]]]);
    expect((await readArticleWorkspace(ada, articleId)).otherLayersVisible).toEqual([]);
    announcements.length = 0;
    const round = await openRound(owner, projectId);
    expect(round).toMatchObject({
      number: 1,
      state: 'open',
      openedBy: { id: owner.userId },
      closedAt: null,
      layers: 2,
      articles: 1,
      reopened: 0,
    });
    const noted = await db().roundLayer.findMany({
      where: { layerId: { in: [...layers, ...alone] } },
    });
    expect(new Map(noted.map(({ layerId, before, after }) => [layerId, [before, after]]))).toEqual(
      new Map([
        [layers[0], [1, null]],
        [layers[1], [2, null]],
      ]),
    );
    expect(announcements).toEqual([{ kind: 'rights', of: { projectId } }]);
    const adas = await readArticleWorkspace(ada, articleId);
    expect(adas.otherLayersVisible.map(({ author }) => author)).toContain('Ben');
    expect(adas).toMatchObject({
      mayReopen: true,
      live: { layers: true },
      round: { number: 1, since: round.openedAt, isMine: true },
    });
    expect((await readArticleWorkspace(ben, articleId)).otherLayersVisible).toHaveLength(1);
    expect(await readArticleWorkspace(cleo, articleId)).toMatchObject({
      otherLayersVisible: [],
      round: { isMine: false },
    });
    const layer = await db().layer.findUniqueOrThrow({ where: { id: layers[0] } });
    expect(layer.discussedSince?.toISOString()).toBe(round.openedAt);
  });

  test('is refused while one is open, and where there is nothing to discuss', async () => {
    const { projectId, owner, articleId } = await aDiscussion();
    const again = await refused(openRound(owner, projectId));
    expect([again.reason, again.message]).toEqual([
      'conflict',
      expect.stringContaining('is open already'),
    ]);
    await closeRound(owner, projectId, 1);
    await archiveArticle(owner, articleId);
    const nothing = await refused(openRound(owner, projectId));
    expect([nothing.reason, nothing.message]).toEqual([
      'conflict',
      expect.stringContaining('nothing to discuss'),
    ]);
    expect(await db().round.count({ where: { projectId } })).toBe(1);
    const project = await db().project.findUniqueOrThrow({ where: { id: projectId } });
    expect(project.discussionSince).toBeNull();
  });

  test('of two who open at once one is refused', async () => {
    const { projectId, owner } = await beforeDiscussion();
    const tries = await Promise.allSettled([
      openRound(owner, projectId),
      openRound(owner, projectId),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().round.count({ where: { projectId } })).toBe(1);
  });

  test('articles by which analysts are measured stay out', async () => {
    const { projectId, owner, articleId } = await beforeDiscussion();
    const calibrationSince = new Date();
    await db().article.update({ where: { id: articleId }, data: { calibrationSince } });
    expect((await refused(openRound(owner, projectId))).reason).toBe('conflict');
  });

  test('rounds may follow one another; the first time a layer was discussed stays', async () => {
    const { projectId, owner, layers } = await aDiscussion();
    const since = async () =>
      (await db().layer.findUniqueOrThrow({ where: { id: layers[0] } })).discussedSince;
    const first = await since();
    await closeRound(owner, projectId, 1);
    expect((await openRound(owner, projectId)).number).toBe(2);
    expect(await since()).toEqual(first);
  });
});

describe('close round', () => {
  const announcements = recordAnnouncements();

  test('refuses one who may not, and strangers know of nothing', async () => {
    const { projectId, ada } = await aDiscussion();
    expect((await refused(closeRound(ada, projectId, 1))).reason).toBe('forbidden');
    expect((await refused(closeRound(await aPerson(), projectId, 1))).reason).toBe('absent');
    expect(await db().round.count({ where: { projectId, closedAt: null } })).toBe(1);
  });

  test('submits what is open again as it is, stores both moments, and announces it', async () => {
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

  test('once closed, those whose layer a manager opens again still see others’ under the policy after-submit', async () => {
    const seesBens = async (blind: 'closed' | 'after-submit') => {
      const { projectId, owner, ada, articleId, layers } = await aDiscussion(blind);
      await closeRound(owner, projectId, 1);
      await changeLayerState(owner, layers[0], 'open');
      return (await readArticleWorkspace(ada, articleId)).otherLayersVisible.length;
    };
    expect(await seesBens('after-submit')).toBe(1);
    expect(await seesBens('closed')).toBe(0);
  });
});
