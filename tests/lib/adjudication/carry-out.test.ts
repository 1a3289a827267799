import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { carryOut } from '@/lib/adjudication/carry-out';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readGround } from '@/lib/adjudication/read-ground';
import { readHistory } from '@/lib/annotation/read-history';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aKeptDecision } from '@/tests/builders/a-kept-decision';
import { refused } from '@/tests/builders/refused';

const outcome = {
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note: '',
  confidence: null,
  codebookVersion: 1,
  from: [],
};

test('nothing to do opens no consensus and tells nobody', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const ground = await readGround(db(), manager, articleId);
  expect(await carryOut(db(), manager, ground, { makings: [], ends: [], gone: [] })).toEqual([]);
  expect(await db().layer.count({ where: { articleId, kind: 'consensus' } })).toBe(0);
});

test('writes annotations with their history, and decisions that name them', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const ground = await readGround(db(), manager, articleId);
  const decision = aKeptDecision({ id: v7() });
  const planned = { outcome, onto: null, same: false };
  const makings = [{ decision, outcomes: [planned], replaces: [] }];
  const told = await transaction((tx) =>
    carryOut(tx, manager, ground, { makings, ends: [], gone: [] }),
  );
  const now = await readGround(db(), manager, articleId);
  const [annotation] = now.standing.values();
  expect(annotation).toMatchObject({ label: 'loaded_framing', quote: 'regime', version: 1 });
  expect(now.decisions).toMatchObject([
    { id: decision.id, outcome: [{ annotationId: annotation?.id, version: 1, from: [] }] },
  ]);
  const history = await readHistory(manager, annotation?.id ?? '', {
    limit: 9,
    offsetUnit: 'utf-16',
  });
  expect(history.items).toMatchObject([{ deed: 'put', by: { id: manager.userId } }]);
  expect(told.filter(({ kind }) => kind === 'message')).not.toHaveLength(0);
});

test('where somebody has written meanwhile nothing is done', async () => {
  const { articleId, manager } = await aDisputedArticle();
  await mergeArticle(manager, articleId, { preview: false });
  const ground = await readGround(db(), manager, articleId);
  const [stands] = ground.standing.values();
  const onto = { ...outcome, id: stands?.id ?? '', version: 7 };
  const makings = [
    {
      decision: aKeptDecision({ id: v7() }),
      outcomes: [{ outcome, onto, same: false }],
      replaces: [],
    },
  ];
  const deed = transaction((tx) => carryOut(tx, manager, ground, { makings, ends: [], gone: [] }));
  expect(await refused(deed)).toMatchObject({ reason: 'conflict' });
  expect((await readGround(db(), manager, articleId)).decisions).toEqual(ground.decisions);
});
