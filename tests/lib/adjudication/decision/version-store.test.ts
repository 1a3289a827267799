import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { versionKey } from '@/lib/adjudication/decision/version-name';
import { findVersionContents } from '@/lib/adjudication/decision/version-store';
import { putAnnotation } from '@/lib/annotation/put-annotation';
import { removeAnnotation } from '@/lib/annotation/remove-annotation';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation, aPut } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('finds what each version said, whatever has become of the annotation', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  const ada = await aMember(projectId, 'analyst');
  const { id: annotationId, layerId } = await anAnnotation(ada, articleId, { note: 'First' });
  const unguarded = { ifMatch: null, idempotencyKey: null };
  await putAnnotation(ada, layerId, annotationId, aPut({ note: 'Second' }), unguarded);
  await removeAnnotation(ada, layerId, annotationId, unguarded);
  const names = [1, 2, 7].map((version) => ({ annotationId, version }));
  const found = await findVersionContents(db(), [...names, { annotationId: v7(), version: 1 }]);
  expect([...found.keys()].sort()).toEqual(names.slice(0, 2).map(versionKey));
  expect(found.get(versionKey({ annotationId, version: 1 }))).toMatchObject({
    label: 'loaded_framing',
    segments: [{ start: 4, end: 10 }],
    note: 'First',
    codebookVersion: 1,
  });
  expect(await findVersionContents(db(), [])).toEqual(new Map());
});
