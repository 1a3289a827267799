import type { DecisionView } from '@/lib/adjudication/decision/decision-view';

/** A decided case: a decision, those whose place it took, and the one that took its place. Positions are code points. */
export type DecisionHistory = {
  decision: DecisionView;
  before: DecisionView[];
  after: DecisionView | null;
};
