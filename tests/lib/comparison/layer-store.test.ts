import { openMyLayer } from '@/lib/annotation/layers';
import { removeAnnotation } from '@/lib/annotation/annotations';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findStoredLayers } from '@/lib/comparison/layer-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('finds every layer of the revision with its annotations in text order, deleted ones left out', async () => {
  const { projectId } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const late = await anAnnotation(ada, articleId, {
    segments: [{ start: 20, end: 26 }],
    note: 'Why?',
    confidence: 0.5,
  });
  const early = await anAnnotation(ada, articleId, {
    segments: [
      { start: 4, end: 6 },
      { start: 9, end: 10 },
    ],
  });
  const gone = await anAnnotation(ada, articleId);
  await removeAnnotation(ada, gone.layerId, gone.id, { ifMatch: null, idempotencyKey: null });
  await openMyLayer(ben, articleId);
  await db().layer.create({ data: { id: v7(), articleId, revisionId, kind: 'consensus' } });
  const found = await findStoredLayers(db(), revisionId);
  expect(
    found.map(({ author, kind, annotationCount: annotations }) => [author, kind, annotations]),
  ).toEqual([
    [ada.name, 'analyst', 2],
    [ben.name, 'analyst', 0],
    ['Consensus', 'consensus', 0],
  ]);
  expect(
    found[0]?.annotations.map(({ id, segments, note, confidence }) => ({
      id,
      segments,
      note,
      confidence,
    })),
  ).toEqual([
    { id: early.id, segments: early.segments, note: '', confidence: null },
    { id: late.id, segments: late.segments, note: 'Why?', confidence: 0.5 },
  ]);
});
