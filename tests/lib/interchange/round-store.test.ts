import { changeLayerState } from '@/lib/annotation/layers';
import { closeRound } from '@/lib/round/rounds';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import { findMoments, findRoundId, findRoundsOver } from '@/lib/interchange/round-store';
import { aDiscussion } from '@/tests/builders/a-discussion';
import { anAnnotation } from '@/tests/builders/an-annotation';

test('finds the rounds of an article, and its layers at a moment of one', async () => {
  const { projectId, owner, ada, articleId, layers } = await aDiscussion();
  const [adas, bens] = layers;
  const roundId = (await findRoundId(db(), projectId, 1)) ?? '';
  expect(await findRoundId(db(), projectId, 2)).toBeNull();
  await changeLayerState(ada, adas, 'open');
  await anAnnotation(ada, articleId, { segments: [{ start: 26, end: 33 }] });
  const moments = async (moment: 'before' | 'after') =>
    new Map(
      (await findMoments(db(), roundId, moment, [...layers, v7()])).map(
        ({ layerId, eventCount, state }) => [layerId, `${eventCount} ${state}`],
      ),
    );
  const before = new Map([
    [adas, '1 submitted'],
    [bens, '2 submitted'],
  ]);
  expect(await moments('before')).toEqual(before);
  expect((await moments('after')).get(adas)).toBe('2 open');
  const [open] = await findRoundsOver(db(), articleId);
  expect(open?.layers).toContainEqual({ layerId: adas, before: 1, after: null });
  await closeRound(owner, projectId, 1);
  expect(await moments('before')).toEqual(before);
  expect((await moments('after')).get(adas)).toBe('2 submitted');
  const [closed, ...others] = await findRoundsOver(db(), articleId);
  expect(others).toEqual([]);
  expect(closed).toMatchObject({
    number: 1,
    openedAt: expect.any(String),
    closedAt: expect.any(String),
  });
  expect(closed?.layers).toContainEqual({ layerId: adas, before: 1, after: 2 });
  expect(await findRoundsOver(db(), v7())).toEqual([]);
});
