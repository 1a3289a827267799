import { expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { votesByAnnotator, votesOf, votesOfItems } from '@/lib/agreement/crowd/votes';

const table = codingTable([
  ['a', null, 'b'],
  ['b', null, null],
]);

it('are what a table has, item by item', () => {
  const votes = votesOf(table);
  expect([...votes.start]).toEqual([0, 2, 2, 3]);
  expect([...votes.annotator]).toEqual([0, 1, 0]);
  expect([...votes.label]).toEqual([0, 1, 1]);
  expect([...votesByAnnotator(votes)]).toEqual([2, 1]);
});

it('may be several of one annotator', () => {
  const vote = (annotator: number, value: string) => ({ annotator, value });
  const items = [[vote(0, 'a'), vote(0, 'b'), vote(1, 'b')], []];
  const votes = votesOfItems(items, 2);
  expect([[...votes.start], [...votes.label], votes.classes]).toEqual([
    [0, 3, 3],
    [0, 1, 1],
    ['a', 'b'],
  ]);
  expect(votesOfItems(items, 2, ['b', 'a']).label).toEqual(Int32Array.of(1, 0, 0));
  expect(() => votesOfItems(items, 2, ['b'])).toThrow(RangeError);
});
