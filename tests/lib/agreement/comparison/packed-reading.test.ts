import { expect, test } from '@jest/globals';
import { packReading, unpackReading } from '@/lib/agreement/comparison/packed-reading';
import type { StoredReading } from '@/lib/agreement/comparison/stored-reading';

test('a reading arrives as it was sent', () => {
  const said = { attributes: { target: 'the “mayor”', strength: 2, ironic: false }, note: '🙂' };
  const reading: StoredReading = {
    layerId: 'a',
    kind: 'analyst',
    author: 'Ana',
    authorId: 'u',
    state: 'open',
    annotations: 3,
    marks: [
      {
        id: '1',
        label: 'x',
        segments: [
          { start: 0, end: 4 },
          { start: 9, end: 12 },
        ],
        ...said,
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
  expect(unpackReading(packReading(reading))).toEqual(reading);
  expect(packReading(reading).packed.length).toBeLessThan(JSON.stringify(reading.marks).length / 2);
});
