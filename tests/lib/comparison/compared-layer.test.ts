import type { Role } from '@/lib/access/permission';
import { expect, test, describe, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { StoredLayer } from '@/lib/comparison/compared-layer';
import {
  comparedLayer,
  chosenLayers,
  hasBegun,
  reasonAgainst,
  visibleLayers,
} from '@/lib/comparison/compared-layer';
import { refused } from '@/tests/builders/refused';

const consensusLayer = {
  layerId: v7(),
  kind: 'consensus',
  author: 'Consensus',
  authorId: null,
  state: 'submitted',
  annotationCount: 0,
};

test('a layer needs no author, and a negative count is refused', () => {
  expect(comparedLayer.parse(consensusLayer)).toEqual(consensusLayer);
  expect(comparedLayer.safeParse({ ...layer, annotationCount: -1 }).success).toBe(false);
  expect(comparedLayer.safeParse({ ...layer, kind: 'reading' }).success).toBe(false);
});

const layer = (layerId: string, chosen: Partial<StoredLayer> = {}): StoredLayer => ({
  layerId,
  kind: 'analyst',
  author: layerId,
  authorId: `${layerId}'s author`,
  state: 'open',
  annotationCount: 1,
  annotations: [],
  ...chosen,
});

const all = [
  layer('mine', { authorId: 'me' }),
  layer('hers'),
  layer('consensus layer', { kind: 'consensus', authorId: null, state: 'submitted' }),
];

test.each<[Role, 'open' | 'after-submit' | 'closed', 'none' | 'open' | 'submitted', string[]]>([
  ['manager', 'closed', 'none', ['mine', 'hers', 'consensus layer']],
  ['analyst', 'open', 'open', ['mine', 'hers', 'consensus layer']],
  ['analyst', 'after-submit', 'open', ['mine']],
  ['analyst', 'after-submit', 'submitted', ['mine', 'hers', 'consensus layer']],
  ['analyst', 'closed', 'submitted', ['mine', 'consensus layer']],
  ['viewer', 'after-submit', 'none', ['mine', 'consensus layer']],
])('%s in a project that is %s, own layer %s', (role, blind, ownState, expected) => {
  const seen = visibleLayers(all, { role, blind, ownState, discussion: 'none' }, 'me');
  expect(seen.map(({ layerId }) => layerId)).toEqual(expected);
});

test.each([
  ['open', 0, false],
  ['open', 1, true],
  ['submitted', 0, true],
] as const)('a layer that is %s with %d annotations has begun: %s', (state, annotations, begun) => {
  expect(hasBegun({ state, annotationCount: annotations })).toBe(begun);
});

describe('the compared layers', () => {
  const seen = [...all, layer('empty', { annotationCount: 0 })];

  it('are all analyst layers that have begun, or the named ones', () => {
    const ids = (named?: string[]) => chosenLayers(seen, named).map(({ layerId }) => layerId);
    expect(ids()).toEqual(['mine', 'hers']);
    expect(ids(['consensus layer', 'empty', 'consensus layer'])).toEqual([
      'consensus layer',
      'empty',
    ]);
    expect(ids([])).toEqual([]);
  });

  it('are refused where one is not visible', async () => {
    const asked = Promise.resolve().then(() => chosenLayers(seen, ['hidden']));
    expect(await refused(asked)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'layers' }],
    });
  });

  it('are at least two', () => {
    expect(reasonAgainst(0)).toMatch(/^No annotations/);
    expect(reasonAgainst(1)).toMatch(/^Only one analyst/);
    expect(reasonAgainst(2)).toBeNull();
  });
});
