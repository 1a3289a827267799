import { expect, test } from '@jest/globals';
import { visibleLayerOf } from '@/lib/annotation/article-workspace';
import type { LayerView } from '@/lib/annotation/layer';

const layer: LayerView = {
  id: 'l',
  articleId: 'a',
  revision: 1,
  kind: 'analyst',
  author: { id: 'u', name: 'Ada' },
  suggester: '',
  state: 'open',
  annotations: 3,
  createdAt: '',
  submittedAt: null,
};

test.each([
  [layer, 'Ada'],
  [{ ...layer, kind: 'consensus', author: null }, 'Consensus'],
  [{ ...layer, kind: 'suggestion', author: null, suggester: 'Lexicon' }, 'Lexicon'],
] as [LayerView, string][])('a layer is shown with its author: case %#', (layer, author) => {
  const { kind, state } = layer;
  const authorId = layer.author?.id ?? null;
  expect(visibleLayerOf(layer)).toEqual({ layerId: 'l', author, authorId, kind, state });
});
