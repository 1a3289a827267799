import { describe, expect, test } from '@jest/globals';
import type { Annotation } from '@/lib/annotation/annotation';
import type { Changed, Done } from '@/lib/annotation/deed';
import type { Written } from '@/lib/annotation/deeds-told';
import { deedsTold, deedsToldAgain, layerTold } from '@/lib/annotation/deeds-told';
import type { LayerView } from '@/lib/annotation/layer';

const articleId = 'article';
const context = { articleId, layerId: 'layer', kind: 'analyst', authorId: 'ada' } as const;

const written = (id: string, deed: Written['deed'], version = 1): Written => ({
  deed,
  annotation: { id, version } as Annotation,
});

describe('deedsTold', () => {
  test('nothing is told of nothing', () => {
    expect(deedsTold(context, 3, [])).toEqual([]);
  });

  test('what was put and removed, after how many deeds, in each room of the layer', () => {
    const told = deedsTold(context, 3, [written('a', 'put'), written('b', 'remove', 4)]);
    expect(told.map((one) => one.kind === 'message' && one.room.kind)).toEqual(['readings', 'own']);
    expect(told[0]).toMatchObject({
      message: {
        kind: 'deeds',
        layerId: 'layer',
        before: 3,
        deedCount: 5,
        offsetUnit: 'utf-16',
        put: [{ id: 'a' }],
        removed: [{ id: 'b', version: 4 }],
      },
    });
  });

  test('of a great many it is told only that they were done', () => {
    const many = Array.from({ length: 501 }, (_, at) => written(String(at), 'put'));
    expect(deedsTold(context, 0, many)[0]).toMatchObject({
      message: { before: 0, deedCount: 501, put: [], removed: [] },
    });
  });
});

describe('deedsToldAgain', () => {
  const changed = ['a', 'b', 'c', 'd'].map((id): Changed => ({
    annotation: written(id, 'put', 2).annotation,
    made: false,
  }));
  const done = (...deeds: [string, Done['deed'], number][]) =>
    new Map(
      deeds.map(([annotationId, deed, number]) => [
        annotationId,
        { annotationId, deed, number } as Done,
      ]),
    );

  test('deeds that were committed together are told together, under their numbers', () => {
    const known = done(['b', 'remove', 5], ['a', 'put', 4], ['d', 'put', 9]);
    const told = deedsToldAgain({ ...context, done: known }, changed);
    const readings = told.flatMap((one) =>
      one.kind === 'message' && one.room.kind === 'readings' ? [one.message] : [],
    );
    expect(readings).toMatchObject([
      { before: 3, deedCount: 5, put: [{ id: 'a' }], removed: [{ id: 'b', version: 2 }] },
      { before: 8, deedCount: 9, put: [{ id: 'd' }], removed: [] },
    ]);
  });

  test('what was not done before is not told', () => {
    expect(deedsToldAgain({ ...context, done: new Map() }, changed)).toEqual([]);
  });
});

describe('layerTold', () => {
  const layer: LayerView = {
    id: 'layer',
    articleId,
    revision: 1,
    kind: 'analyst',
    author: { id: 'ada', name: 'Ada' },
    suggester: '',
    state: 'submitted',
    annotations: 2,
    createdAt: '',
    submittedAt: '',
  };

  test('tells the layer where it may be seen, and that its author’s rights may be others', () => {
    const shown = {
      layerId: 'layer',
      author: 'Ada',
      authorId: 'ada',
      kind: 'analyst',
      state: 'submitted',
    };
    const message = { kind: 'layer', layer: shown };
    expect(layerTold(layer)).toEqual([
      { kind: 'message', room: { kind: 'readings', articleId }, message },
      { kind: 'message', room: { kind: 'own', articleId, userId: 'ada' }, message },
      { kind: 'rights', of: { userId: 'ada', articleId } },
    ]);
  });

  test('a suggester’s layer changes nobody’s rights; the consensus may change everybody’s', () => {
    const told = layerTold({ ...layer, kind: 'suggestion', author: null });
    expect(told.every(({ kind }) => kind === 'message')).toBe(true);
    const { articleId } = layer;
    expect(layerTold({ ...layer, kind: 'consensus', author: null })).toContainEqual({
      kind: 'rights',
      of: { articleId },
    });
  });
});
