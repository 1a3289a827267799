import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import type { ExportLayer, ExportViewer } from '@/lib/interchange/export-shown';
import { grouped, shownTo, byCodePoints, openSources } from '@/lib/interchange/export-shown';

describe('code point order', () => {
  const points = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);

  test('orders as lists of code points do', () => {
    expect(['😀', '\uffee', 'b', 'B', ''].sort(byCodePoints)).toEqual([
      '',
      'B',
      'b',
      '\uffee',
      '😀',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const [a, b] = [points(one), points(other)];
        const at = a.findIndex((point, place) => point !== b[place]);
        const expected = at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
        expect(Math.sign(byCodePoints(one, other))).toBe(Math.sign(expected));
      }),
    );
  });
});

describe('decision sources', () => {
  const sources = [
    { layerId: 'a', annotationId: 'm1', version: 1 },
    { layerId: 'b', annotationId: 'm2', version: 3 },
  ];
  const names = new Map([['a', 'Ada']]);
  const annotatorOf = (layerId: string) => names.get(layerId);

  test('gives the versions of visible layers, by their annotators', () => {
    expect(openSources({ sources }, annotatorOf, false)).toEqual([
      { annotator: 'Ada', annotationId: 'm1', version: 1 },
    ]);
  });

  test('gives none where the project hides who made which', () => {
    expect(openSources({ sources }, annotatorOf, true)).toEqual([]);
  });
});

describe('export shown', () => {
  const layer = (id: string, name: string, more: Partial<ExportLayer> = {}): ExportLayer => ({
    id,
    revisionId: 'r',
    revision: 1,
    kind: 'analyst',
    authorId: name,
    name,
    state: 'open',
    discussion: 'none',
    eventCount: 10,
    ...more,
  });

  const article = {
    articleId: 'a',
    title: 'T',
    source: 'Outlet',
    author: null,
    url: null,
    publishedAt: null,
    language: 'en',
    isCalibration: false,
    layers: [layer('2', 'Zoe'), layer('1', 'Ada'), layer('3', 'Ada', { authorId: 'other Ada' })],
  };

  const reader = (more: Partial<ExportViewer> = {}): ExportViewer => ({
    userId: 'Ada',
    role: 'analyst',
    projectName: 'P',
    blind: 'after-submit',
    hideSource: true,
    ...more,
  });

  const byName = ({ name }: ExportLayer) => name;

  describe('shownTo', () => {
    test('an article that analysts are measured by is blind in an open project too', () => {
      const layersFor = (isCalibration: boolean) =>
        shownTo(reader({ blind: 'open' }), { ...article, isCalibration }, byName).layers.length;
      expect([layersFor(false), layersFor(true)]).toEqual([3, 1]);
    });

    test('the blind see their own layer and no source', () => {
      const { cells, layers, eventCount } = shownTo(reader(), article, byName);
      expect(layers.map(({ id }) => id)).toEqual(['1']);
      expect([cells.source, cells.project, eventCount]).toEqual([null, 'P', 10]);
    });

    test('a manager sees all; ranks follow the names that are shown, equal names share one', () => {
      const { cells, layers } = shownTo(reader({ role: 'manager', userId: 'M' }), article, byName);
      expect(cells.source).toBe('Outlet');
      expect(layers.map(({ id, annotator, rank }) => [id, annotator, rank])).toEqual([
        ['2', 'Zoe', 1],
        ['1', 'Ada', 0],
        ['3', 'Ada', 0],
      ]);
      const renamed = shownTo(
        reader({ role: 'owner' }),
        article,
        ({ id }) => `analyst-${9 - Number(id)}`,
      );
      expect(renamed.layers.map(({ rank }) => rank)).toEqual([1, 2, 0]);
    });
  });

  test('articles are grouped in their order, a large one alone, those without layers left out', () => {
    const sized = (...sizes: number[]) =>
      sizes.map((eventCount) => ({
        ...shownTo(reader({ role: 'owner' }), article, byName),
        ...(eventCount === 0 ? { layers: [] } : {}),
        eventCount,
      }));
    const sizes = (list: number[]) =>
      [...grouped(sized(...list), 10)].map((group) => group.map(({ eventCount }) => eventCount));
    expect(sizes([4, 6, 1, 0, 30, 2, 8, 1])).toEqual([[4, 6], [1], [30], [2, 8], [1]]);
    expect(sizes([0])).toEqual([]);
  });
});
