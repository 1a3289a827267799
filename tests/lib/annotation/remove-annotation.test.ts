import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { removeAnnotation } from '@/lib/annotation/remove-annotation';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

const free = { ifMatch: null, idempotencyKey: null };

async function anAnnotated() {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const { articleId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  return { owner, analyst, annotation: await anAnnotation(analyst, articleId) };
}

test('refuses one who may not: not even an owner removes what another wrote', async () => {
  const { owner, annotation } = await anAnnotated();
  const { layerId, id } = annotation;
  expect(await refused(removeAnnotation(await aPerson(), layerId, id, free))).toMatchObject({
    reason: 'absent',
  });
  expect(await refused(removeAnnotation(owner, layerId, id, free))).toMatchObject({
    reason: 'forbidden',
  });
});

test('marks it removed and keeps what it was', async () => {
  const { analyst, annotation } = await anAnnotated();
  const { layerId, id } = annotation;
  await removeAnnotation(analyst, layerId, id, { ifMatch: 1, idempotencyKey: v7() });
  const row = await db().annotation.findUniqueOrThrow({ where: { id }, include: { events: true } });
  expect(row).toMatchObject({ removedAt: expect.any(Date), version: 2, quote: annotation.quote });
  expect(row.events.map(({ kind }) => kind).sort()).toEqual(['put', 'remove']);
  await removeAnnotation(analyst, layerId, id, free);
  expect(await db().annotationEvent.count({ where: { annotationId: id } })).toBe(2);
});
