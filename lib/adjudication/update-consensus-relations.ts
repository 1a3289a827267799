import { v5 } from 'uuid';
import { relationFaults } from '@/lib/annotation/relation';
import {
  findLabels,
  findRelations,
  markRelationRemoved,
  writeRelation,
} from '@/lib/annotation/relation-store';
import { publishedCodebook } from '@/lib/codebook/published-codebook';
import type { Db } from '@/lib/db';
import { findCurrentDecisions } from '@/lib/adjudication/decision/decision-store';
import type { AdjudicationSnapshot } from './adjudication-snapshot';
import { findSourceRelations } from '@/lib/adjudication/unit/source-store';
import type { RelationVote } from '@/lib/adjudication/unit/voted-relations';
import { votedRelations } from '@/lib/adjudication/unit/voted-relations';

const limit = 100_000;

/** The arrows that analysts have between what the consensus was made of, and what was decided about them. */
export async function readRelationVotes(
  on: Db,
  { layers, context }: Pick<AdjudicationSnapshot, 'layers' | 'context'>,
): Promise<RelationVote[]> {
  const relations = await findSourceRelations(
    on,
    layers.map(({ layerId }) => layerId),
  );
  const decisions = await findCurrentDecisions(on, context.articleId);
  const isBare = relations.length === 0 && decisions.every(({ relation }) => relation === null);
  if (isBare) return [];
  const layerOf = new Map(
    layers.flatMap(({ layerId, annotations }) =>
      annotations.map(({ id }) => [id, layerId] as const),
    ),
  );
  return votedRelations(relations, decisions, (id) => layerOf.get(id));
}

/**
 * Lets the consensus have the relations that stand, and no others. One that the codebook as published
 * now does not allow between the labels that were given is left out. To be called where decisions were
 * written, in their transaction.
 */
export async function updateConsensusRelations(
  tx: Db,
  snapshot: Pick<AdjudicationSnapshot, 'layers' | 'context'>,
  layerId: string,
): Promise<void> {
  const before = await findRelations(tx, layerId, limit, null);
  const votes = (await readRelationVotes(tx, snapshot)).filter(
    ({ isInConsensus }) => isInConsensus,
  );
  if (votes.length === 0 && before.length === 0) return;
  const { projectId, codebookVersion } = snapshot.context;
  const codebook = await publishedCodebook(tx, projectId, codebookVersion);
  const labels = await findLabels(tx, layerId, [
    ...new Set(votes.flatMap(({ from, to }) => [from, to])),
  ]);
  const wanted = new Map(
    votes
      .map(({ type, from, to }) => ({ type, from, to }))
      .filter((relation) => relationFaults(relation, codebook, labels).length === 0)
      .map((relation) => [v5(JSON.stringify(Object.values(relation)), layerId), relation]),
  );
  const known = new Set(before.map(({ id }) => id));
  for (const { id } of before) if (!wanted.has(id)) await markRelationRemoved(tx, id);
  for (const [id, relation] of wanted)
    if (!known.has(id)) await writeRelation(tx, layerId, id, relation);
}
