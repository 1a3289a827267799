import { publishedCodebook } from '@/lib/codebook/read-codebook';
import { v5 } from 'uuid';
import type { SourceRelation } from '@/lib/adjudication/unit/adjudication-unit';
import type { DecidedRelation, Decision } from '@/lib/adjudication/decision/decision';
import { findCurrentDecisions } from '@/lib/adjudication/decision/decision-store';
import { findSourceRelations } from '@/lib/adjudication/unit/source-store';
import { relationFaults } from '@/lib/annotation/relation';
import {
  findLabels,
  findRelations,
  markRelationRemoved,
  writeRelation,
} from '@/lib/annotation/relation-store';
import type { Db } from '@/lib/db';
import type { AdjudicationSnapshot } from './adjudication-snapshot';

/** A relation that could hold between two annotations of the consensus. */
type RelationVote = {
  type: string;
  from: string;
  to: string;
  /**
   * The layers that have it between source annotations of the two, and how many layers have sources
   * of both.
   */
  layers: string[];
  of: number;
  /** The current decision on it; null where there is none. */
  decision: Decision | null;
  /**
   * Whether the consensus has it: as decided, else where more than half of the layers with both
   * ends have it.
   */
  isInConsensus: boolean;
};

const keyOf = ({ type, from, to }: Pick<DecidedRelation, 'type' | 'from' | 'to'>): string =>
  JSON.stringify([type, from, to]);

/**
 * Counts the relations of analysts between source annotations of the consensus's annotations.
 * `decisions` are the current ones; `layerOf` gives the layer of an analyst's annotation. Relations
 * whose ends became one annotation are left out.
 */
export function votedRelations(
  relations: readonly SourceRelation[],
  decisions: readonly Decision[],
  layerOf: (annotationId: string) => string | undefined,
): RelationVote[] {
  const made = new Map<string, string[]>();
  const voices = new Map<string, Set<string>>();
  for (const { outcome } of decisions)
    for (const { annotationId, from } of outcome) {
      voices.set(annotationId, new Set(from.flatMap((source) => layerOf(source) ?? [])));
      for (const source of from) made.set(source, [...(made.get(source) ?? []), annotationId]);
    }
  const votes = new Map<string, Omit<RelationVote, 'isInConsensus'>>();
  const voteOn = (relation: Pick<DecidedRelation, 'type' | 'from' | 'to'>) => {
    const { type, from, to } = relation;
    const others = voices.get(to);
    const of = [...(voices.get(from) ?? [])].filter((layer) => others?.has(layer)).length;
    const vote = votes.get(keyOf(relation)) ?? { type, from, to, layers: [], of, decision: null };
    votes.set(keyOf(relation), vote);
    return vote;
  };
  for (const { layerId, type, from, to } of relations)
    for (const start of made.get(from) ?? [])
      for (const end of made.get(to) ?? []) {
        if (start === end) continue;
        const { layers } = voteOn({ type, from: start, to: end });
        if (!layers.includes(layerId)) layers.push(layerId);
      }
  for (const decision of decisions) {
    const { relation } = decision;
    if (relation === null || !voices.has(relation.from) || !voices.has(relation.to)) continue;
    voteOn(relation).decision = decision;
  }
  return [...votes.values()]
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((vote) => ({
      ...vote,
      isInConsensus: vote.decision?.relation?.isInConsensus ?? 2 * vote.layers.length > vote.of,
    }));
}

const limit = 100_000;

/**
 * The relations that analysts have between source annotations of the consensus's annotations, with
 * the decisions on them.
 */
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
 * Writes the relations that the consensus should have, and removes all others. Those that the
 * published codebook does not allow between the final labels are left out. To be called after
 * decisions were written, in their transaction.
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
