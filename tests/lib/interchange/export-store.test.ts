import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import {
  findExportArticles,
  findTitle,
  findRevisions,
  findRowPage,
  findRowsOf,
} from '@/lib/interchange/export-store';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';

describe('export store', () => {
  test('finds articles by title in the order of code points, page by page, with their layers', async () => {
    const { projectId, owner } = await aProject();
    for (const title of ['b', 'B', '😀', 'é', 'a']) await anArticle(projectId, { title });
    const { articleId } = await anArticle(projectId, { title: 'Z' });
    const { layerId } = await anAnnotation(owner, articleId);
    const titles: string[] = [];
    for (let after: { title: string; articleId: string } | null = null; ;) {
      const page = await findExportArticles(db(), { projectId, after }, 2);
      titles.push(...page.map(({ title }) => title));
      const last = page.at(-1);
      if (last === undefined) break;
      after = { title: last.title, articleId: last.articleId };
    }
    expect(titles).toEqual(['B', 'Z', 'a', 'b', 'é', '😀']);
    const [found] = await findExportArticles(db(), { articleId }, 1);
    expect(found?.layers).toEqual([
      expect.objectContaining({
        id: layerId,
        revision: 1,
        kind: 'analyst',
        authorId: owner.userId,
        name: owner.name,
        state: 'open',
        eventCount: 1,
      }),
    ]);
    expect(await findTitle(db(), articleId)).toBe('Z');
  });
});

describe('revision list store', () => {
  test('each revision comes with its hash and its length in code points', async () => {
    const { projectId } = await aProject();
    const { articleId, revisionId, text } = await anArticle(projectId, { text: 'A 😀 text' });
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(await findRevisions(db(), articleId)).toEqual([
      { id: revisionId, revision: 1, sha256, length: 8 },
    ]);
  });
});

describe('export row store', () => {
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
});
