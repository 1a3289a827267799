import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findAnnotations, findLayerOf, findVersions } from '@/lib/annotation/annotation-store';
import { db } from '@/lib/db';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

test('finds a layer’s annotations in their order, all or a page', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const put = (start: number, end: number) =>
    anAnnotation(owner, articleId, { segments: [{ start, end }], attributes: {} });
  const [late, long, short] = [await put(11, 15), await put(0, 10), await put(0, 3)];
  const { layerId } = late;
  const all = await findAnnotations(db(), layerId);
  const { offsetUnit: _, ...first } = short;
  expect(all[0]).toEqual(first);
  expect(all.map(({ id }) => id)).toEqual([short.id, long.id, late.id]);
  const page = await findAnnotations(db(), layerId, { limit: 1, after: [0, 3, short.id] });
  expect(page.map(({ id }) => id)).toEqual([long.id]);
  expect(await findAnnotations(db(), v7())).toEqual([]);
});

test('finds an annotation’s layer and versions', async () => {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const { id, layerId } = await anAnnotation(owner, articleId, { note: 'why' });
  expect(await findLayerOf(db(), id)).toBe(layerId);
  expect(await findLayerOf(db(), v7())).toBeNull();
  const [version] = await findVersions(db(), id, 10, 0);
  expect(version).toMatchObject({ version: 1, kind: 'put', note: 'why', by: { name: owner.name } });
  expect(await findVersions(db(), id, 10, 1)).toEqual([]);
});
