import { filterText, listingQuery } from '@/lib/page';
import { z } from 'zod';
import { decisionKinds } from '@/lib/adjudication/decision/decision';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { offsetUnits } from '@/lib/article/code-points';

/** Whose decisions: people's are instructive; those of rules were not in dispute. */
const deciders = ['people', 'rule', 'anyone'] as const;

/**
 * What a decision says about a label: it is final there (example), or a layer had it and it is not
 * final (near-miss).
 */
const lessons = ['example', 'near-miss'] as const;

const fields = {
  /** The key of a final or rejected label, as `as` says; either without it. */
  label: filterText.default(''),
  as: z.enum(lessons).optional(),
  /** The key of a reason. */
  reason: filterText.default(''),
  /** Part of the outlet’s name, in whatever case. */
  source: filterText.default(''),
  /** Part of the passage’s words or of the reason, in whatever case. */
  text: filterText.default(''),
  kind: z.enum(decisionKinds).optional(),
  article: z.uuid().optional(),
  by: z.enum(deciders).default('people'),
  /** false: those that were replaced or revoked. */
  current: z.stringbool('It must be true or false.').default(true),
};

/** The filters of the decision log. */
export const decisionFilters = z.object(fields);

/** The filters of the decision log. */
export type DecisionFilters = z.infer<typeof decisionFilters>;

/** A page of the decision log with its filters. */
export const decisionLogQuery = listingQuery.extend({
  ...fields,
  offsetUnit: z.enum(offsetUnits).default('code-point'),
});

/** A page of the decision log with its filters. */
export type DecisionLogQuery = z.infer<typeof decisionLogQuery>;

/** How many decisions concern a label: it is final there, or rejected, or both. */
export type LabelDecisionCounts = {
  label: string;
  decisions: number;
  examples: number;
  nearMisses: number;
};

/** A decision, those that it replaced, and the one that replaced it. Positions are code points. */
export type DecisionHistory = {
  decision: DecisionView;
  before: DecisionView[];
  after: DecisionView | null;
};
