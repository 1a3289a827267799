import { expect, test } from '@jest/globals';
import { packLayer, unpackLayer } from '@/lib/comparison/comparison-workspace';
import type { StoredLayer } from '@/lib/comparison/compared-layer';

test('a packed layer is unpacked unchanged', () => {
  const details = { attributes: { target: 'the “mayor”', strength: 2, ironic: false }, note: '🙂' };
  const layer: StoredLayer = {
    layerId: 'a',
    kind: 'analyst',
    author: 'Ana',
    authorId: 'u',
    state: 'open',
    annotationCount: 3,
    annotations: [
      {
        id: '1',
        label: 'x',
        segments: [
          { start: 0, end: 4 },
          { start: 9, end: 12 },
        ],
        ...details,
        confidence: 0,
      },
      {
        id: '2',
        label: 'y',
        segments: [{ start: 5, end: 6 }],
        attributes: {},
        note: '',
        confidence: null,
      },
      {
        id: '3',
        label: 'y',
        segments: [{ start: 5, end: 6 }],
        attributes: {},
        note: '',
        confidence: 0.5,
      },
    ],
  };
  expect(unpackLayer(packLayer(layer))).toEqual(layer);
  expect(packLayer(layer).packed.length).toBeLessThan(JSON.stringify(layer.annotations).length / 2);
});
