import type { SourceRelation } from '@/lib/adjudication/unit/adjudication-unit';
import { v5 } from 'uuid';
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
import { publishedCodebook } from '@/lib/codebook/published-codebook';
import type { Db } from '@/lib/db';
import type { AdjudicationSnapshot } from './adjudication-snapshot';

/** An arrow that could run between two annotations of the consensus. */
type RelationVote = {
  type: string;
  from: string;
  to: string;
  /** The layers that have it between what the two were made of, and how many layers have both ends. */
  layers: string[];
  of: number;
  /** What somebody has decided about it; null where nobody has. */
  decision: Decision | null;
  /** Whether it stands in the consensus: as was decided, else where more than half of those who have both ends have it. */
  isInConsensus: boolean;
};

const keyOf = ({ type, from, to }: Pick<DecidedRelation, 'type' | 'from' | 'to'>): string =>
  JSON.stringify([type, from, to]);

/**
 * The arrows of analysts between what the consensus’s annotations were made of, counted. `decisions`
 * are those that stand; `layerOf` gives the layer of an analyst’s annotation. Arrows whose ends became
 * one annotation are none.
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
