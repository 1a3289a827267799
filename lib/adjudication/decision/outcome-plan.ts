import type { AnnotationContent } from '@/lib/annotation/annotation';
import { isSameContent } from '@/lib/annotation/sent-change';
import type { Decision } from './decision';
import type { Outcome } from './outcome';

/** An annotation of the consensus as it is now. */
export type ConsensusAnnotation = AnnotationContent & { id: string; version: number };

/**
 * An outcome with the annotation that becomes it; null creates a new one. `same`: the annotation
 * has this content already.
 */
export type PlannedOutcome = { outcome: Outcome; onto: ConsensusAnnotation | null; same: boolean };

/**
 * The plan for the annotations of replaced decisions: which take on the new outcomes, and which are
 * removed.
 */
type OutcomePlan = { outcomes: PlannedOutcome[]; removed: ConsensusAnnotation[] };

/**
 * Assigns the annotations of replaced decisions to new outcomes: first those with the same content,
 * then one with the same label, then any; so that an annotation keeps its id and history as long as
 * its unit is decided. `consensusAnnotations` are the consensus's annotations by id.
 */
export function planOutcomes(
  outcomes: readonly Outcome[],
  replaced: readonly Decision[],
  consensusAnnotations: ReadonlyMap<string, ConsensusAnnotation>,
): OutcomePlan {
  const left = new Set(
    replaced.flatMap(({ outcome }) =>
      outcome.flatMap(({ annotationId }) => consensusAnnotations.get(annotationId) ?? []),
    ),
  );
  const onto = new Map<Outcome, ConsensusAnnotation>();
  const ways: ((outcome: Outcome, one: ConsensusAnnotation) => boolean)[] = [
    isSameContent,
    (outcome, one) => outcome.label === one.label,
    () => true,
  ];
  for (const suits of ways)
    for (const outcome of outcomes) {
      if (onto.has(outcome)) continue;
      const found = [...left].find((one) => suits(outcome, one));
      if (found === undefined) continue;
      onto.set(outcome, found);
      left.delete(found);
    }
  return {
    outcomes: outcomes.map((outcome) => {
      const found = onto.get(outcome) ?? null;
      return { outcome, onto: found, same: found !== null && isSameContent(outcome, found) };
    }),
    removed: [...left],
  };
}
