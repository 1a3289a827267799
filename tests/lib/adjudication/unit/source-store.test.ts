import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { removeAnnotation } from '@/lib/annotation/annotations';
import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findSourceRelations, findSources } from '@/lib/adjudication/unit/source-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('finds analysts’ layers with the versions of their annotations, empty ones too', async () => {
  const { projectId } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { id, layerId } = await anAnnotation(ada, articleId, { note: 'So', confidence: 0.5 });
  const gone = await anAnnotation(ada, articleId);
  await removeAnnotation(ada, layerId, gone.id, { ifMatch: null, idempotencyKey: null });
  await openMyLayer(ben, articleId);
  await db().layer.create({ data: { id: v7(), articleId, revisionId, kind: 'consensus' } });
  expect(await findSources(db(), revisionId)).toEqual([
    {
      layerId,
      authorId: ada.userId,
      author: ada.name,
      state: 'open',
      calibrates: false,
      annotations: [
        {
          id,
          label: 'loaded_framing',
          segments: [{ start: 4, end: 10 }],
          attributes: {},
          note: 'So',
          confidence: 0.5,
          version: 1,
          codebookVersion: 1,
        },
      ],
    },
    expect.objectContaining({ authorId: ben.userId, annotations: [] }),
  ]);
});

test('a layer that was submitted after the article became a calibration article is a learner’s', async () => {
  const { projectId, owner: manager } = await aProject();
  const { articleId, revisionId } = await anArticle(projectId);
  const source = await aMember(projectId, 'analyst');
  const { layerId } = await anAnnotation(source, articleId);
  await changeLayerState(source, layerId, 'submitted');
  await changeLayerState(manager, layerId, 'open');
  await db().article.update({ where: { id: articleId }, data: { calibrationSince: new Date() } });
  await anAnnotation(await aMember(projectId, 'analyst'), articleId);
  const found = await findSources(db(), revisionId);
  expect(found.map(({ calibrates }) => calibrates)).toEqual([false, true]);
});

test('finds the relations whose annotations both exist', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const ada = await aMember(projectId, 'analyst');
  const claim = await anAnnotation(ada, articleId, { label: 'unsupported_claim' });
  const quote = await anAnnotation(ada, articleId, {
    label: 'direct_quote',
    segments: [{ start: 66, end: 76 }],
  });
  await db().relation.create({
    data: { id: v7(), layerId: claim.layerId, type: 'support', fromId: claim.id, toId: quote.id },
  });
  expect(await findSourceRelations(db(), [claim.layerId])).toMatchObject([
    { type: 'support', from: claim.id, to: quote.id, layerId: claim.layerId },
  ]);
  await removeAnnotation(ada, claim.layerId, quote.id, { ifMatch: null, idempotencyKey: null });
  expect(await findSourceRelations(db(), [claim.layerId])).toEqual([]);
});
