import { changeBatch } from '@/lib/annotation/annotations';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { batchInput } from '@/lib/annotation/annotation';
import {
  findAnnotations,
  findLayerOf,
  findVersions,
  findLayersAt,
} from '@/lib/annotation/annotation-store';
import { db } from '@/lib/db';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('annotation store', () => {
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
    expect(version).toMatchObject({
      version: 1,
      kind: 'put',
      note: 'why',
      by: { name: owner.name },
    });
    expect(await findVersions(db(), id, 10, 1)).toEqual([]);
  });
});

describe('layer at store', () => {
  test('reads layers at their moments, in the order asked for', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
    const later = await anAnnotation(ada, articleId, { segments: [{ start: 14, end: 19 }] });
    const first = await anAnnotation(ada, articleId, { note: 'Why?', confidence: 0.5 });
    const bens = await anAnnotation(ben, articleId);
    const put = [{ id: later.id, label: 'unsupported_claim', segments: [{ start: 14, end: 26 }] }];
    const batch = batchInput.parse({ put, delete: [first.id], offsetUnit: 'utf-16' });
    await changeBatch(ada, later.layerId, batch, null);
    const adas = (eventCount: number) => ({ layerId: later.layerId, eventCount });
    const bensNow = { layerId: bens.layerId, eventCount: 1 };
    const held = await findLayersAt(db(), [adas(4), adas(0), bensNow, adas(2), adas(1), adas(99)]);
    const named = (of: (typeof held)[number] | undefined) =>
      of?.map(({ id, version, label, segments }) => [id, version, label, segments.at(-1)?.end]);
    const before = [later.id, 1, 'loaded_framing', 19];
    const now = [[later.id, 2, 'unsupported_claim', 26]];
    expect(held.map(named)).toEqual([
      now,
      [],
      [[bens.id, 1, 'loaded_framing', 10]],
      [[first.id, 1, 'loaded_framing', 10], before],
      [before],
      now,
    ]);
    expect(held[3]?.[0]).toMatchObject({ note: 'Why?', confidence: 0.5, codebookVersion: 1 });
    expect(await findLayersAt(db(), [])).toEqual([]);
  });

  test('a layer at its last event is as it is now, times included', async () => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId);
    const ada = await aMember(projectId, 'analyst');
    const { layerId } = await anAnnotation(ada, articleId);
    await anAnnotation(ada, articleId, {
      segments: [
        { start: 0, end: 3 },
        { start: 14, end: 19 },
      ],
    });
    const now = await findAnnotations(db(), layerId);
    const bare = now.map(({ layerId: _, quote: __, prefix: ___, suffix: ____, ...rest }) => rest);
    expect(await findLayersAt(db(), [{ layerId, eventCount: 2 }])).toEqual([bare]);
  });
});
