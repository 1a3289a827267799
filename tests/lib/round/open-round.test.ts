import { expect, test } from '@jest/globals';
import { openRound } from '@/lib/round/open-round';
import { closeRound } from '@/lib/round/close-round';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { archiveArticle } from '@/lib/article/archive-article';
import { db } from '@/lib/db';
import { aDiscussion, beforeDiscussion } from '@/tests/builders/a-discussion';
import { aPerson } from '@/tests/builders/a-person';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';

const announcements = recordAnnouncements();

test('refuses one who may not, and strangers know of nothing', async () => {
  const { projectId, ada } = await beforeDiscussion();
  expect((await refused(openRound(ada, projectId))).reason).toBe('forbidden');
  expect((await refused(openRound(await aPerson(), projectId))).reason).toBe('absent');
  expect(await db().round.count({ where: { projectId } })).toBe(0);
});

test('notes what every submitted reading holds, and opens them to each other', async () => {
  const { projectId, owner, ada, ben, cleo, articleId, layers } = await beforeDiscussion('closed');
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

test('rounds may follow one another; the first time a reading was discussed is kept', async () => {
  const { projectId, owner, layers } = await aDiscussion();
  const since = async () =>
    (await db().layer.findUniqueOrThrow({ where: { id: layers[0] } })).discussedSince;
  const first = await since();
  await closeRound(owner, projectId, 1);
  expect((await openRound(owner, projectId)).number).toBe(2);
  expect(await since()).toEqual(first);
});
