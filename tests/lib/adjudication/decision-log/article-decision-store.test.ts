import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findArticleDecisions,
  findDecisionsOf,
} from '@/lib/adjudication/decision-log/article-decision-store';
import { db } from '@/lib/db';
import { anAdjudicatedExport, consensusOf } from '@/tests/builders/an-adjudicated-export';

test('finds every decision of an article by place, page after page', async () => {
  const { articleId } = await anAdjudicatedExport();
  const whole = await findArticleDecisions(db(), articleId, { limit: 9, after: null });
  expect(whole).toHaveLength(3);
  expect(whole[0]).toMatchObject({ quote: 'jobs, experts agree', endedAt: null });
  expect(new Set(whole.slice(1).map(({ quote }) => quote))).toEqual(new Set(['Nobody']));
  const [first] = await findArticleDecisions(db(), articleId, { limit: 1, after: null });
  const rest = await findArticleDecisions(db(), articleId, { limit: 9, after: first ?? null });
  expect([first, ...rest]).toEqual(whole);
});

test('finds the decision behind what an annotation is now', async () => {
  const { articleId } = await anAdjudicatedExport();
  const layerId = await consensusOf(articleId);
  const { id } = await db().annotation.findFirstOrThrow({ where: { layerId, removedAt: null } });
  const found = await findDecisionsOf(db(), [id, v7()]);
  expect([...found]).toMatchObject([[id, { kind: 'take', quote: 'jobs, experts agree' }]]);
  expect(await findDecisionsOf(db(), [])).toEqual(new Map());
});
