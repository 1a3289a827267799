import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { carryOut } from '@/lib/adjudication/carry-out';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { readHistory } from '@/lib/annotation/read-history';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';
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

test('nothing to do creates no consensus and announces nothing', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
  expect(await carryOut(db(), manager, snapshot, { makings: [], ends: [], removed: [] })).toEqual(
    [],
  );
  expect(await db().layer.count({ where: { articleId, kind: 'consensus' } })).toBe(0);
});

test('writes annotations with their history, and decisions that name them', async () => {
  const { articleId, manager } = await aDisputedArticle();
  const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
  const decision = aStoredDecision({ id: v7() });
  const planned = { outcome, onto: null, same: false };
  const makings = [{ decision, outcomes: [planned], replaces: [] }];
  const announcements = await transaction((tx) =>
    carryOut(tx, manager, snapshot, { makings, ends: [], removed: [] }),
  );
  const now = await readAdjudicationSnapshot(db(), manager, articleId);
  const [annotation] = now.consensusAnnotations.values();
  expect(annotation).toMatchObject({ label: 'loaded_framing', quote: 'regime', version: 1 });
  expect(now.decisions).toMatchObject([
    { id: decision.id, outcome: [{ annotationId: annotation?.id, version: 1, from: [] }] },
  ]);
  const history = await readHistory(manager, annotation?.id ?? '', {
    limit: 9,
    offsetUnit: 'utf-16',
  });
  expect(history.items).toMatchObject([{ kind: 'put', by: { id: manager.userId } }]);
  expect(announcements.filter(({ kind }) => kind === 'message')).not.toHaveLength(0);
});

test('where somebody has written meanwhile nothing is done', async () => {
  const { articleId, manager } = await aDisputedArticle();
  await mergeArticle(manager, articleId, { preview: false });
  const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
  const [existing] = snapshot.consensusAnnotations.values();
  const onto = { ...outcome, id: existing?.id ?? '', version: 7 };
  const makings = [
    {
      decision: aStoredDecision({ id: v7() }),
      outcomes: [{ outcome, onto, same: false }],
      replaces: [],
    },
  ];
  const work = transaction((tx) =>
    carryOut(tx, manager, snapshot, { makings, ends: [], removed: [] }),
  );
  expect(await refused(work)).toMatchObject({ reason: 'conflict' });
  expect((await readAdjudicationSnapshot(db(), manager, articleId)).decisions).toEqual(
    snapshot.decisions,
  );
});
