import { expect, test } from '@jest/globals';
import { endRound, findRound, findRounds, holdRounds, insertRound } from '@/lib/round/round-store';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { archiveArticle } from '@/lib/article/archive-article';
import { db } from '@/lib/db';
import { beforeDiscussion } from '@/tests/builders/a-discussion';

test('a round is opened over what is submitted, held, and ended', async () => {
  const { projectId, owner, ada, layers } = await beforeDiscussion();
  const { userId } = owner;
  expect(await holdRounds(db(), projectId)).toBe(false);
  expect(await insertRound(db(), projectId, userId)).toEqual({ number: 1, layers: 2 });
  expect(await holdRounds(db(), projectId)).toBe(true);
  await changeLayerState(ada, layers[0], 'open');
  const open = await findRound(db(), projectId, ada.userId, 1);
  expect(open).toMatchObject({
    layers: 2,
    articles: 1,
    reopened: 1,
    mine: { layers: 1, reopened: 1 },
  });
  expect(await endRound(db(), open?.id ?? '', userId)).toEqual([layers[0]]);
  expect(await holdRounds(db(), projectId)).toBe(false);
  expect(await findRound(db(), projectId, userId, 1)).toMatchObject({
    closedBy: { id: userId },
    reopened: 0,
    mine: { layers: 0, reopened: 0 },
  });
  expect(await insertRound(db(), projectId, userId)).toEqual({ number: 2, layers: 2 });
  const numbers = async (before: number | null) =>
    (await findRounds(db(), projectId, userId, { limit: 1, before })).map(({ number }) => number);
  expect(await numbers(null)).toEqual([2, 1]);
  expect(await numbers(2)).toEqual([1]);
  expect(await findRound(db(), projectId, userId, 3)).toBeNull();
});

test('readings of an archived article are not counted', async () => {
  const { projectId, owner, ada, articleId } = await beforeDiscussion();
  await insertRound(db(), projectId, owner.userId);
  await archiveArticle(owner, articleId);
  expect(await findRound(db(), projectId, ada.userId, 1)).toMatchObject({
    layers: 0,
    articles: 0,
    mine: { layers: 0, reopened: 0 },
  });
});
