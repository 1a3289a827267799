import { expect, test } from '@jest/globals';
import { votedRelations } from '@/lib/adjudication/unit/voted-relations';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';

const layerOf = (id: string) => id.charAt(0);
const made = (annotationId: string, from: string[]) =>
  aStoredDecision({ outcome: [{ annotationId, version: 1, label: 'l', from }] });
const arrow = (layerId: string, from: string, to: string) => ({
  id: `${from}${to}`,
  layerId,
  type: 'source',
  from,
  to,
});
const quote = made('Q', ['a1', 'b1', 'c1']);
const speaker = made('S', ['a2', 'b2']);

test.each([
  ['both who have both ends', [arrow('a', 'a1', 'a2'), arrow('b', 'b1', 'b2')], 2, true],
  ['one of two', [arrow('a', 'a1', 'a2')], 1, false],
])('counts %s', (_, relations, count, isInConsensus) => {
  const [vote, ...more] = votedRelations(relations, [quote, speaker], layerOf);
  expect(more).toEqual([]);
  expect(vote).toMatchObject({
    type: 'source',
    from: 'Q',
    to: 'S',
    of: 2,
    decision: null,
    isInConsensus,
  });
  expect(vote?.layers).toHaveLength(count);
});

test('what somebody has decided counts before any vote, as long as both ends are there', () => {
  const relation = { type: 'source', from: 'Q', to: 'S', isInConsensus: true };
  const decision = aStoredDecision({ kind: 'relation', relation });
  const [vote] = votedRelations([], [quote, speaker, decision], layerOf);
  expect(vote).toMatchObject({ layers: [], isInConsensus: true, decision });
  expect(votedRelations([], [quote, decision], layerOf)).toEqual([]);
});

test('an arrow whose ends became one is none, and one to what was rejected neither', () => {
  const one = made('Q', ['a1', 'a2']);
  expect(votedRelations([arrow('a', 'a1', 'a2')], [one], layerOf)).toEqual([]);
  expect(votedRelations([arrow('a', 'a1', 'a9')], [one], layerOf)).toEqual([]);
});

test('each way and type is an arrow of its own, whichever layer comes first', () => {
  const relations = [arrow('a', 'a1', 'a2'), arrow('b', 'b2', 'b1')];
  const votes = votedRelations(relations, [quote, speaker], layerOf);
  expect(votes.map(({ from, to }) => from + to)).toEqual(['QS', 'SQ']);
  expect(votedRelations(relations.toReversed(), [speaker, quote], layerOf)).toEqual(votes);
});
