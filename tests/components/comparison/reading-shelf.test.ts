import { expect, test } from '@jest/globals';
import { ReadingShelf } from '@/components/comparison/reading-shelf';
import { packReading } from '@/lib/agreement/comparison/packed-reading';
import type { StoredReading } from '@/lib/agreement/comparison/stored-reading';

const stored = (layerId: string, author: string, label = 'x'): StoredReading => ({
  layerId,
  kind: 'analyst',
  author,
  authorId: layerId,
  state: 'open',
  annotations: 1,
  marks: [
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
const packed = (...readings: StoredReading[]) => readings.map(packReading);

test('what did not change keeps its identity', () => {
  const shelf = new ReadingShelf();
  const first = shelf.take(packed(stored('a', 'Ana Ito'), stored('b', 'Ben Ode')));
  expect(first.map(({ tag, marks }) => [tag, marks.length])).toEqual([
    ['AI', 1],
    ['BO', 1],
  ]);
  expect(shelf.take(packed(stored('a', 'Ana Ito'), stored('b', 'Ben Ode')))).toBe(first);
  const second = shelf.take(packed(stored('a', 'Ana Ito'), stored('b', 'Ben Ode', 'y')));
  expect(second[0]).toBe(first[0]);
  expect(second[1]?.marks[0]?.label).toBe('y');
  expect(shelf.take(packed(stored('a', 'Ana Ito')))).toHaveLength(1);
});

test('nobody has another’s letters', () => {
  const shelf = new ReadingShelf();
  const tags = shelf
    .take(
      packed(stored('a', 'Ana Ito'), stored('b', 'Adam Ives'), stored('c', 'Ai'), stored('d', '')),
    )
    .map(({ tag }) => tag);
  expect(tags).toEqual(['AI', 'AI2', 'A', '?']);
});
