import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  findStoredDecision,
  findStoredDecisions,
  findLayerAuthors,
} from '@/lib/adjudication/decision/stored-decision-store';
import { db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { deciding, annotationIdsOfVersion, unitOn } from '@/tests/builders/deciding';

test('finds decisions with what is around them, those that have ended too', async () => {
  const { projectId, articleId, manager } = await aDisputedArticle();
  const unit = await unitOn(manager, articleId, 'experts agree');
  const first = await deciding(manager, articleId, unit, { take: annotationIdsOfVersion(unit, 0) });
  const again = await unitOn(manager, articleId, 'experts agree');
  const second = await deciding(manager, articleId, again);
  expect(await findStoredDecision(db(), first.id)).toMatchObject({
    id: first.id,
    projectId,
    articleId,
    articleTitle: 'An article',
    revision: 1,
    layerId: first.layerId,
    endedBy: { id: manager.userId, name: 'Mia Manager' },
    endedAt: expect.any(String),
    replacedById: second.id,
  });
  const condition = Prisma.sql`t.id = ${articleId}::uuid AND d."endedAt" IS NULL`;
  const found = await findStoredDecisions(db(), condition, Prisma.sql`ORDER BY d.id`);
  expect(found.map(({ id }) => id)).toEqual([second.id]);
  expect(await findStoredDecision(db(), v7())).toBeNull();
});

test('finds the authors of layers', async () => {
  const { layers, analysts } = await aDisputedArticle();
  const authors = await findLayerAuthors(db(), [...layers, ...layers, v7()]);
  expect([...authors.values()].map(({ name }) => name).sort()).toEqual(['Ada', 'Ben', 'Cleo']);
  expect(authors.get(layers[1] ?? '')).toEqual({ id: analysts[1].userId, name: 'Ben' });
});
