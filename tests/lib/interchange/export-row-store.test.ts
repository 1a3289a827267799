import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { findRowPage, findRowsOf } from '@/lib/interchange/export-row-store';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

async function aLayer() {
  const { projectId, owner } = await aProject();
  const { articleId } = await anArticle(projectId);
  const put = (start: number, end: number, note = '') =>
    anAnnotation(owner, articleId, { segments: [{ start, end }], note });
  return { put };
}

test('every column comes whole, whatever is in it', async () => {
  const { put } = await aLayer();
  const { offsetUnit: _, version, ...annotation } = await put(4, 10, 'a\n"b", ,\t😀');
  const rows = await findRowsOf(db(), [{ id: annotation.layerId, rank: 0 }]);
  expect(version).toBe(1);
  expect(rows).toEqual([
    {
      ...annotation,
      segments: [[4, 10]],
      attributes: '{}',
      confidence: '',
      codebookVersion: '1',
    },
  ]);
});

test('pages follow one another by start, end, label and id', async () => {
  const { put } = await aLayer();
  const [late, long, short] = [await put(11, 15), await put(0, 10), await put(0, 3)];
  const layers = [{ id: late.layerId, rank: 0 }];
  const first = await findRowPage(db(), layers, 2, null);
  expect(first.map(({ id }) => id)).toEqual([short.id, long.id]);
  const after = { start: 0, end: 10, rank: 0, label: long.label, id: long.id };
  expect((await findRowPage(db(), layers, 2, after)).map(({ id }) => id)).toEqual([late.id]);
});

test('of layers without annotations nothing comes', async () => {
  expect(await findRowsOf(db(), [])).toEqual([]);
  expect(await findRowPage(db(), [], 10, null)).toEqual([]);
});
