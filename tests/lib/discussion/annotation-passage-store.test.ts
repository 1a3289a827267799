import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { removeAnnotation } from '@/lib/annotation/remove-annotation';
import { db } from '@/lib/db';
import { findAnnotationPassage } from '@/lib/discussion/annotation-passage-store';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('an annotation has a place as long as it stands', async () => {
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
