import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';

/**
 * The kind of a decision. take: one version as it is. several: versions of more than one layer as
 * they are. adjust: something made of versions. own: something where there were no annotations.
 * reject: nothing. relation: a relation, or its removal. rule: made by a merge.
 */
export const decisionKinds = [
  'take',
  'several',
  'adjust',
  'own',
  'reject',
  'relation',
  'rule',
] as const;

/** The kind of a decision. */
export type DecisionKind = (typeof decisionKinds)[number];

/** A version that was decided on. */
export type SourceRef = { layerId: string; annotationId: string; version: number };

/**
 * An annotation of the consensus that a decision made or left: its id, its version then, its label,
 * the annotations that it was made of.
 */
export type OutcomeRef = { annotationId: string; version: number; label: string; from: string[] };

/** A relation of the consensus that was decided on: whether it is in the consensus. */
export type DecidedRelation = { type: string; from: string; to: string; isInConsensus: boolean };

/** A decision as it is stored. Positions are UTF-16 code units. */
export type Decision = {
  id: string;
  start: number;
  end: number;
  quote: string;
  kind: DecisionKind;
  /** unanimous, majority or confidence; empty for people's. */
  rule: string;
  mergeId: string | null;
  kinds: UnitDisagreementKind[];
  sources: SourceRef[];
  silent: string[];
  versionHashes: string[];
  outcome: OutcomeRef[];
  relation: DecidedRelation | null;
  openAttributes: string[];
  finalLabels: string[];
  rejectedLabels: string[];
  reasonKey: string;
  reason: string;
  by: { id: string; name: string };
  at: string;
};

/** Parses a stored kind; an unknown one counts as a person's, which no rule overwrites. */
export function parseDecisionKind(word: string): DecisionKind {
  return decisionKinds.find((kind) => kind === word) ?? 'adjust';
}

/** Whether a rule made this decision, so that a merge may replace it. */
export function isByRule({ kind }: Pick<Decision, 'kind'>): boolean {
  return kind === 'rule';
}
