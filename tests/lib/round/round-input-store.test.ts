import { expect, test } from '@jest/globals';
import { findRoundArticles, findTextSizes } from '@/lib/round/round-input-store';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { archiveArticle } from '@/lib/article/archive-article';
import { db } from '@/lib/db';
import { aDiscussion, discussedText } from '@/tests/builders/a-discussion';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('tells the readings of a round at both moments, and how far one is oneself', async () => {
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

test('tells how long texts are, and whether their characters are pairs', async () => {
  const { projectId } = await aDiscussion();
  const plain = await anArticle(projectId, { text: discussedText });
  const paired = await anArticle(projectId, { text: 'A 😀 here.' });
  const sizes = await findTextSizes(db(), [plain.revisionId, paired.revisionId]);
  expect(sizes.get(plain.revisionId)).toEqual({ length: discussedText.length, hasPairs: false });
  expect(sizes.get(paired.revisionId)).toEqual({ length: 9, hasPairs: true });
});
