import { packLayer } from '@/lib/comparison/comparison-workspace';
import type { StoredLayer } from '@/lib/comparison/compared-layer';
import { expect, test } from '@jest/globals';
import { LayerIndex } from '@/components/workbench/layer-index';

const stored = (layerId: string, author: string, label = 'x'): StoredLayer => ({
  layerId,
  kind: 'analyst',
  author,
  authorId: layerId,
  state: 'open',
  annotationCount: 1,
  annotations: [
    {
      id: `${layerId}1`,
      label,
      segments: [{ start: 0, end: 4 }],
      attributes: {},
      note: '',
      confidence: null,
    },
  ],
});
const packed = (...layers: StoredLayer[]) => layers.map(packLayer);

test('an unchanged layer keeps its identity', () => {
  const layerIndex = new LayerIndex();
  const first = layerIndex.take(packed(stored('a', 'Ana Ito'), stored('b', 'Ben Ode')));
  expect(first.map(({ tag, annotations }) => [tag, annotations.length])).toEqual([
    ['AI', 1],
    ['BO', 1],
  ]);
  expect(layerIndex.take(packed(stored('a', 'Ana Ito'), stored('b', 'Ben Ode')))).toBe(first);
  const second = layerIndex.take(packed(stored('a', 'Ana Ito'), stored('b', 'Ben Ode', 'y')));
  expect(second[0]).toBe(first[0]);
  expect(second[1]?.annotations[0]?.label).toBe('y');
  expect(layerIndex.take(packed(stored('a', 'Ana Ito')))).toHaveLength(1);
});

test('every author has unique letters', () => {
  const layerIndex = new LayerIndex();
  const tags = layerIndex
    .take(
      packed(stored('a', 'Ana Ito'), stored('b', 'Adam Ives'), stored('c', 'Ai'), stored('d', '')),
    )
    .map(({ tag }) => tag);
  expect(tags).toEqual(['AI', 'AI2', 'A', '?']);
});
