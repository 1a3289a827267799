import { changeLayerState } from '@/lib/annotation/layers';
import { archiveArticle } from '@/lib/article/change-article';
import { describe, expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import {
  endRound,
  findRound,
  findRounds,
  holdRounds,
  insertRound,
  findRoundArticles,
  findTextSizes,
} from '@/lib/round/round-store';
import { beforeDiscussion, aDiscussion, discussedText } from '@/tests/builders/a-discussion';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('round store', () => {
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

  test('layers of an archived article are not counted', async () => {
    const { projectId, owner, ada, articleId } = await beforeDiscussion();
    await insertRound(db(), projectId, owner.userId);
    await archiveArticle(owner, articleId);
    expect(await findRound(db(), projectId, ada.userId, 1)).toMatchObject({
      layers: 0,
      articles: 0,
      mine: { layers: 0, reopened: 0 },
    });
  });
});

describe('round input store', () => {
  test('finds the layers of a round at both moments, and the viewer’s own state', async () => {
    const { projectId, owner, ada, ben, articleId, layers } = await aDiscussion();
    const round = await db().round.findFirstOrThrow({ where: { projectId } });
    await changeLayerState(ada, layers[0], 'open');
    await anAnnotation(ada, articleId, { segments: [{ start: 26, end: 33 }] });
    const [adas, ...others] = await findRoundArticles(db(), round.id, ada.userId);
    expect(others).toEqual([]);
    expect(adas).toMatchObject({
      articleId,
      ownState: 'open',
      discussion: 'open',
      isCalibration: false,
    });
    const layer = (of: number, userId: string, before: number, after: number) => ({
      layerId: layers[of],
      userId,
      before,
      after,
    });
    const byLayer = (
      one: { layerId?: string | undefined },
      other: { layerId?: string | undefined },
    ) => ((one.layerId ?? '') < (other.layerId ?? '') ? -1 : 1);
    expect(adas?.layers).toEqual(
      [layer(0, ada.userId, 1, 2), layer(1, ben.userId, 2, 2)].sort(byLayer),
    );
    const [owners] = await findRoundArticles(db(), round.id, owner.userId);
    expect(owners).toMatchObject({ ownState: 'none', discussion: 'none' });
    await archiveArticle(owner, articleId);
    expect(await findRoundArticles(db(), round.id, ada.userId)).toEqual([]);
  });

  test('finds the length of texts, and whether they have surrogate pairs', async () => {
    const { projectId } = await aDiscussion();
    const plain = await anArticle(projectId, { text: discussedText });
    const paired = await anArticle(projectId, { text: 'A 😀 here.' });
    const sizes = await findTextSizes(db(), [plain.revisionId, paired.revisionId]);
    expect(sizes.get(plain.revisionId)).toEqual({ length: discussedText.length, hasPairs: false });
    expect(sizes.get(paired.revisionId)).toEqual({ length: 9, hasPairs: true });
  });
});
