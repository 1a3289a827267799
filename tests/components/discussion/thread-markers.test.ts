import { blocksOf } from '@/lib/article/segment';
import { expect, test } from '@jest/globals';
import { joinMarkers, blockAt } from '@/components/discussion/thread-markers';

const sign = (top: number, ...threadIds: string[]) => ({ top, threadIds });

test('markers that would overlap are joined at the first one’s position', () => {
  const signs = [sign(100, 'a'), sign(110, 'b'), sign(125, 'c'), sign(126, 'd'), sign(10, 'e')];
  expect(joinMarkers(signs)).toEqual([sign(10, 'e'), sign(100, 'a', 'b', 'c'), sign(126, 'd')]);
  expect(joinMarkers([])).toEqual([]);
});

test.each([
  [0, 0],
  [3, 0],
  [4, 1],
  [6, 1],
  [7, 2],
  [8, 3],
  [99, 3],
])('position %d of the text is in block %d', (position, block) => {
  expect(blockAt(blocksOf('one\nxy\n\nlast'), position)).toBe(block);
});
