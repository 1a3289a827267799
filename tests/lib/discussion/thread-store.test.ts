import { removeAnnotation } from '@/lib/annotation/annotations';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { db } from '@/lib/db';
import {
  findThread,
  findThreads,
  holdThread,
  insertThread,
  setResolved,
  findAnnotationPassage,
} from '@/lib/discussion/thread-store';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { aThread, aComment } from '@/tests/builders/a-thread';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('a thread has its layer, its comments in order, and current roles', async () => {
  const { projectId, owner } = await aProject({ blind: 'open' });
  const { articleId, revisionId } = await anArticle(projectId);
  const analyst = await aMember(projectId, 'analyst');
  const { id: annotationId } = await anAnnotation(analyst, articleId);
  const { id } = await aThread(analyst, articleId, { annotationId });
  const second = await aComment(owner, id, 'Hm.', [analyst]);
  await setResolved(db(), id, owner.userId);
  await db().membership.updateMany({
    where: { userId: analyst.userId },
    data: { removedAt: new Date() },
  });
  const found = await findThread(db(), id);
  expect(found).toMatchObject({
    id,
    articleId,
    revisionId,
    revision: 1,
    annotationId,
    startedById: analyst.userId,
    segments: [{ start: 4, end: 10 }],
    quote: 'regime',
    prefix: 'The ',
    layer: { kind: 'analyst', authorId: analyst.userId },
    resolved: { by: { id: owner.userId, role: 'owner' } },
    comments: [
      { author: { id: analyst.userId, name: analyst.name, role: null }, mentions: [] },
      { id: second, author: { role: 'owner' }, mentions: [{ name: analyst.name }], version: 1 },
    ],
  });
  expect(new Date(found?.comments[0]?.createdAt ?? '').toISOString()).toBe(
    found?.comments[0]?.createdAt,
  );
  await setResolved(db(), id, null);
  expect(await findThread(db(), id)).toMatchObject({ resolved: null });
});

test('threads are sorted by start and id; an id is stored once', async () => {
  const { projectId, owner } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const at = (start: number) => ({ segments: [{ start, end: start + 1 }] });
  const [b, a] = [await aThread(owner, articleId, at(5)), await aThread(owner, articleId, at(1))];
  const ids = async (after: [number, string] | null, most = 9) =>
    (await findThreads(db(), articleId, { limit: most, after })).map(({ id }) => id);
  expect(await ids(null)).toEqual([a.id, b.id]);
  expect(await ids(null, 1)).toEqual([a.id]);
  expect(await ids([1, a.id])).toEqual([b.id]);
  const place = { segments: [], quote: '', prefix: '', suffix: '', annotationId: null };
  const again = { ...place, id: a.id, articleId, revisionId, startedById: owner.userId };
  expect(await insertThread(db(), again)).toBe(false);
  expect(await findThreads(db(), articleId, { limit: 9, after: null, annotationId: v7() })).toEqual(
    [],
  );
  await db().$transaction((tx) => holdThread(tx, a.id));
});

test('an annotation has a passage until it is deleted', async () => {
  const { projectId, owner } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const { id, layerId } = await anAnnotation(owner, articleId);
  expect(await findAnnotationPassage(db(), id)).toEqual({
    articleId,
    revisionId,
    layer: { kind: 'analyst', authorId: owner.userId, state: 'open' },
    segments: [{ start: 4, end: 10 }],
    quote: 'regime',
    prefix: 'The ',
    suffix: expect.stringContaining('’s failed'),
  });
  await removeAnnotation(owner, layerId, id, { ifMatch: null, idempotencyKey: null });
  expect(await findAnnotationPassage(db(), id)).toBeNull();
  expect(await findAnnotationPassage(db(), v7())).toBeNull();
});
