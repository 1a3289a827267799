import { expect, test } from '@jest/globals';
import { EventCount } from '@/components/live/layer-on-page';

type Note = [before: number, after: number, received?: number];

test.each<[string, number | null, Note[], boolean]>([
  ['nothing', 3, [], false],
  [
    'what follows',
    3,
    [
      [3, 4],
      [4, 6],
    ],
    false,
  ],
  [
    'what is known already',
    9,
    [
      [3, 4],
      [8, 9],
    ],
    false,
  ],
  [
    'events out of order',
    3,
    [
      [4, 5],
      [5, 6],
      [3, 4],
    ],
    false,
  ],
  ['missed events', 3, [[4, 5]], true],
  [
    'events missed in between',
    3,
    [
      [3, 4],
      [5, 6],
    ],
    true,
  ],
  [
    'the first events of a layer of unknown count',
    null,
    [
      [40, 41],
      [41, 42],
    ],
    false,
  ],
  [
    'a gap after those',
    null,
    [
      [40, 41],
      [42, 43],
    ],
    true,
  ],
  ['events of which a message held fewer', 3, [[3, 903, 0]], true],
])('%s', (_, known, notes, hasGap) => {
  const count = new EventCount(known);
  for (const [before, after, received = after - before] of notes)
    count.note(before, after, received);
  expect(count.hasGap).toBe(hasGap);
});

test('a refetch closes the gap, and counting goes on from there', () => {
  const count = new EventCount(3);
  count.note(7, 8, 1);
  count.note(8, 99, 0);
  count.catchUp();
  expect(count.hasGap).toBe(false);
  count.note(99, 100, 1);
  expect(count.hasGap).toBe(false);
  count.note(101, 102, 1);
  expect(count.hasGap).toBe(true);
});
