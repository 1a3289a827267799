import { z } from 'zod';
import { filterText } from '@/lib/access/filter-text';
import { listingQuery } from '@/lib/access/listing';
import { decisionKinds } from '@/lib/adjudication/decision/decision';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { offsetUnits } from '@/lib/article/code-points';

/** Whose decisions: people’s teach; what rules found was not in dispute. */
const deciders = ['people', 'rule', 'anyone'] as const;

/** How a case teaches a label: it was given there, or it was said there and not given. */
const lessons = ['example', 'near-miss'] as const;

const fields = {
  /** The key of a label that was given, or said and not given, as `as` has it; either without it. */
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
  /** false: those that were replaced or taken back. */
  current: z.stringbool('It must be true or false.').default(true),
};

/** Which decided cases are looked for. */
export const decisionFilters = z.object(fields);

/** Which decided cases are looked for. */
export type DecisionFilters = z.infer<typeof decisionFilters>;

/** Which page of which decided cases. */
export const decisionLogQuery = listingQuery.extend({
  ...fields,
  offsetUnit: z.enum(offsetUnits).default('code-point'),
});

/** Which page of which decided cases. */
export type DecisionLogQuery = z.infer<typeof decisionLogQuery>;

/** How many decided cases teach a label: it was given there, or said there and not given, or both. */
export type LabelDecisionCounts = {
  label: string;
  decisions: number;
  examples: number;
  nearMisses: number;
};

/** A decided case: a decision, those whose place it took, and the one that took its place. Positions are code points. */
export type DecisionHistory = {
  decision: DecisionView;
  before: DecisionView[];
  after: DecisionView | null;
};
