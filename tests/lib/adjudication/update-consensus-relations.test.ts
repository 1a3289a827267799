import { describe, expect, test } from '@jest/globals';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import {
  readRelationVotes,
  updateConsensusRelations,
  votedRelations,
} from '@/lib/adjudication/update-consensus-relations';
import { findRelations } from '@/lib/annotation/relation-store';
import { basic3 } from '@/lib/codebook/basic-3';
import { db } from '@/lib/db';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';
import { arrowsDrawn } from '@/tests/builders/arrows';
import { deciding, unitOn } from '@/tests/builders/deciding';

describe('voted relations', () => {
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

  test('relations whose ends became one annotation, or to rejected ones, are left out', () => {
    const one = made('Q', ['a1', 'a2']);
    expect(votedRelations([arrow('a', 'a1', 'a2')], [one], layerOf)).toEqual([]);
    expect(votedRelations([arrow('a', 'a1', 'a9')], [one], layerOf)).toEqual([]);
  });

  test('each direction and type is a relation of its own, whichever layer comes first', () => {
    const relations = [arrow('a', 'a1', 'a2'), arrow('b', 'b2', 'b1')];
    const votes = votedRelations(relations, [quote, speaker], layerOf);
    expect(votes.map(({ from, to }) => from + to)).toEqual(['QS', 'SQ']);
    expect(votedRelations(relations.toReversed(), [speaker, quote], layerOf)).toEqual(votes);
  });
});

describe('update consensus relations', () => {
  async function merged(drawn: boolean[]) {
    const article = await arrowsDrawn(drawn);
    const { manager, articleId } = article;
    await mergeArticle(manager, articleId, { preview: false });
    const snapshot = await readAdjudicationSnapshot(db(), manager, articleId);
    const layerId = snapshot.consensus?.id ?? '';
    const relations = async () =>
      (await findRelations(db(), layerId, 10, null)).map(({ type, from, to }) => ({
        type,
        labels: [from, to].map((id) => snapshot.consensusAnnotations.get(id)?.label),
      }));
    return { ...article, snapshot, layerId, relations };
  }

  const arrow = { type: 'supports', labels: ['evidence', 'claim'] };

  test.each([
    [[true, true, false], [arrow]],
    [[true, false, false], []],
    [[true, false], []],
  ])('most of those who have both ends decide: %j', async (drawn, expected) => {
    const { relations, snapshot } = await merged(drawn);
    expect(await relations()).toEqual(expected);
    expect(await readRelationVotes(db(), snapshot)).toMatchObject([
      { of: drawn.length, isInConsensus: expected.length === 1 },
    ]);
  });

  test('goes with an end of it, and comes back with it', async () => {
    const { relations, manager, articleId, layerId } = await merged([true, true]);
    const unit = await unitOn(manager, articleId, '“We');
    await deciding(manager, articleId, unit);
    expect(await relations()).toEqual([]);
    const again = await unitOn(manager, articleId, '“We');
    const [annotation] = again.versions[0]?.holders[0]?.annotations ?? [];
    await deciding(manager, articleId, again, { take: [annotation?.annotationId ?? ''] });
    expect(await findRelations(db(), layerId, 10, null)).toHaveLength(1);
  });

  test('writes nothing twice, and nothing that the codebook does not allow', async () => {
    const { projectId, snapshot, layerId, relations } = await merged([true, true]);
    const before = await db().relation.findMany({ where: { layerId } });
    await updateConsensusRelations(db(), snapshot, layerId);
    expect(await db().relation.findMany({ where: { layerId } })).toEqual(before);
    await db().codebookVersion.create({ data: { projectId, version: 3, content: basic3 } });
    const context = { ...snapshot.context, codebookVersion: 3 };
    await updateConsensusRelations(db(), { ...snapshot, context }, layerId);
    expect(await relations()).toEqual([]);
  });
});
