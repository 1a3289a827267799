import { changeLayerState } from '@/lib/annotation/layers';
import { describe, expect, test } from '@jest/globals';
import { findRoundArticles } from '@/lib/round/round-store';
import { openRound } from '@/lib/round/rounds';
import { measureRound } from '@/lib/round/measure-round';
import { readAgreement } from '@/lib/agreement/read-agreement';
import { agreementQuery } from '@/lib/agreement/agreement-query';
import { db } from '@/lib/db';
import { aDiscussion, beforeDiscussion } from '@/tests/builders/a-discussion';
import { aReadArticle } from '@/tests/builders/a-read-article';
import { anAnnotation } from '@/tests/builders/an-annotation';

async function articlesOf(projectId: string, userId: string) {
  const round = await db().round.findFirstOrThrow({ where: { projectId } });
  return findRoundArticles(db(), round.id, userId);
}

describe('a round', () => {
  test('has the figures of its layers before and after', async () => {
    const { projectId, owner, ada, ben, articleId, layers } = await beforeDiscussion();
    const query = agreementQuery.parse({});
    const figuresNow = async () =>
      (await readAgreement(owner, projectId, query)).panel?.figures.map(({ value }) => value);
    const first = await figuresNow();
    await openRound(owner, projectId);
    await changeLayerState(ada, layers[0], 'open');
    await anAnnotation(ada, articleId, {
      label: 'unsupported_claim',
      segments: [{ start: 35, end: 55 }],
    });
    const round = await measureRound(await articlesOf(projectId, owner.userId));
    expect(round.figures.map(({ before }) => before.value)).toEqual(first);
    expect(round.figures.map(({ after }) => after.value)).toEqual(await figuresNow());
    const change = round.analysts.find(({ id }) => id === ada.userId);
    expect(change).toMatchObject({ layerCount: 1, before: 1, after: 2, added: 1, removed: 0 });
    const moved = round.movement.find(({ analyst }) => analyst === ada.userId);
    expect(moved).toMatchObject({ colleague: ben.userId, articles: 1 });
    expect(moved?.towards).toBeGreaterThan(0);
    expect(round.movement.find(({ analyst }) => analyst === ben.userId)?.towards).toBe(0);
  });

  test('counts characters as code points, as agreement does', async () => {
    const { projectId, owner, ada, ben } = await beforeDiscussion();
    const layers = [
      [ada, [['loaded_framing', '😀😀']]],
      [ben, [['loaded_framing', '😀😀 here']]],
    ] as const;
    await aReadArticle(projectId, layers, { text: 'A 😀😀 here.' });
    await openRound(owner, projectId);
    const all = await articlesOf(projectId, owner.userId);
    const emoji = all.filter(({ layers: of }) => of.every(({ before }) => before === 1));
    const { movement } = await measureRound(emoji);
    expect(movement[0]?.before).toBeCloseTo((2 * 2) / (2 + 7), 12);
  });

  test('reports progress, and ends when it is aborted', async () => {
    const { projectId, owner } = await aDiscussion();
    const articles = await articlesOf(projectId, owner.userId);
    const progress: { done: number; total: number }[] = [];
    const onProgress = (at: { done: number; total: number }) => progress.push(at);
    const many = Array.from({ length: 21 }, () => articles).flat();
    await measureRound(many, { onProgress });
    expect(progress.map(({ done }) => done)).toEqual([0, 10, 20, 21]);
    await expect(measureRound(many, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });

  test('without articles has nobody and nothing', async () => {
    const { analysts, movement, labels } = await measureRound([]);
    expect([analysts, movement, labels]).toEqual([[], [], []]);
  });
});
