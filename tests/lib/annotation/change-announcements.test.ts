import { describe, expect, test } from '@jest/globals';
import type { Annotation } from '@/lib/annotation/annotation';
import type { Changed, Done } from '@/lib/annotation/sent-change';
import type { Written } from '@/lib/annotation/change-announcements';
import {
  changeAnnouncements,
  repeatedChangeAnnouncements,
  layerAnnouncements,
} from '@/lib/annotation/change-announcements';
import type { LayerView } from '@/lib/annotation/layer';

const articleId = 'article';
const context = { articleId, layerId: 'layer', kind: 'analyst', authorId: 'ada' } as const;

const written = (id: string, kind: Written['kind'], version = 1): Written => ({
  kind,
  annotation: { id, version } as Annotation,
});

describe('changeAnnouncements', () => {
  test('nothing is published of nothing', () => {
    expect(changeAnnouncements(context, 3, [])).toEqual([]);
  });

  test('what was put and removed, after how many changes, on each channel of the layer', () => {
    const announcements = changeAnnouncements(context, 3, [
      written('a', 'put'),
      written('b', 'remove', 4),
    ]);
    expect(announcements.map((one) => one.kind === 'message' && one.channel.kind)).toEqual([
      'layers',
      'own',
    ]);
    expect(announcements[0]).toMatchObject({
      message: {
        kind: 'changes',
        layerId: 'layer',
        before: 3,
        eventCount: 5,
        offsetUnit: 'utf-16',
        put: [{ id: 'a' }],
        removed: [{ id: 'b', version: 4 }],
      },
    });
  });

  test('of a great many it is published only that there were some', () => {
    const many = Array.from({ length: 501 }, (_, at) => written(String(at), 'put'));
    expect(changeAnnouncements(context, 0, many)[0]).toMatchObject({
      message: { before: 0, eventCount: 501, put: [], removed: [] },
    });
  });
});

describe('repeatedChangeAnnouncements', () => {
  const changed = ['a', 'b', 'c', 'd'].map((id): Changed => ({
    annotation: written(id, 'put', 2).annotation,
    made: false,
  }));
  const done = (...changes: [string, Done['kind'], number][]) =>
    new Map(
      changes.map(([annotationId, kind, sequence]) => [
        annotationId,
        { annotationId, kind, sequence } as Done,
      ]),
    );

  test('changes that were committed together are published together, with their sequence numbers', () => {
    const known = done(['b', 'remove', 5], ['a', 'put', 4], ['d', 'put', 9]);
    const announcements = repeatedChangeAnnouncements({ ...context, done: known }, changed);
    const layersChannel = announcements.flatMap((one) =>
      one.kind === 'message' && one.channel.kind === 'layers' ? [one.message] : [],
    );
    expect(layersChannel).toMatchObject([
      { before: 3, eventCount: 5, put: [{ id: 'a' }], removed: [{ id: 'b', version: 2 }] },
      { before: 8, eventCount: 9, put: [{ id: 'd' }], removed: [] },
    ]);
  });

  test('what was not done before is not published', () => {
    expect(repeatedChangeAnnouncements({ ...context, done: new Map() }, changed)).toEqual([]);
  });
});

describe('layerAnnouncements', () => {
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

  test('publish the layer where it may be seen, and that its author’s rights may have changed', () => {
    const shown = {
      layerId: 'layer',
      author: 'Ada',
      authorId: 'ada',
      kind: 'analyst',
      state: 'submitted',
    };
    const message = { kind: 'layer', layer: shown };
    expect(layerAnnouncements(layer)).toEqual([
      { kind: 'message', channel: { kind: 'layers', articleId }, message },
      { kind: 'message', channel: { kind: 'own', articleId, userId: 'ada' }, message },
      { kind: 'rights', of: { userId: 'ada', articleId } },
    ]);
  });

  test('a suggester’s layer changes nobody’s rights; the consensus may change everybody’s', () => {
    const announcements = layerAnnouncements({ ...layer, kind: 'suggestion', author: null });
    expect(announcements.every(({ kind }) => kind === 'message')).toBe(true);
    const { articleId } = layer;
    expect(layerAnnouncements({ ...layer, kind: 'consensus', author: null })).toContainEqual({
      kind: 'rights',
      of: { articleId },
    });
  });
});
