import type { DecidedRelation, Decision } from '../decision/decision';
import type { SourceRelation } from './source-layer';

/** An arrow that could run between two annotations of the consensus. */
export type RelationVote = {
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
