import { expect, test } from '@jest/globals';
import { closeRound } from '@/lib/round/close-round';
import { listRounds } from '@/lib/round/list-rounds';
import { openRound } from '@/lib/round/open-round';
import { changeLayerState } from '@/lib/annotation/change-layer-state';
import { aDiscussion, beforeDiscussion } from '@/tests/builders/a-discussion';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

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
