import type { AdjudicationUnit } from '@/lib/adjudication/unit/adjudication-unit';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import type { MergeCounts } from './merge';
import { noMergeCounts } from './merge';
import type { Decision } from '../decision/decision';
import { isByRule } from '../decision/decision';
import type { PlannedOutcome, ConsensusAnnotation } from '../decision/outcome-plan';
import { planOutcomes } from '../decision/outcome-plan';
import type { PlacedDecisions, PlacedUnit } from '../unit/placed-decisions';
import type { MergeContext, RuleResult } from './resolved-by-rule';
import { resolvedByRule } from './resolved-by-rule';

/**
 * A unit that a rule resolves anew: its result, the annotations that become its outcomes, and the
 * decisions that it replaces.
 */
export type PlannedDecision = {
  unit: AdjudicationUnit;
  result: RuleResult;
  outcomes: PlannedOutcome[];
  replaces: Decision[];
};

/**
 * The plan of a merge: decisions to make, decisions of rules that no longer hold, annotations to
 * remove.
 */
export type MergePlan = {
  decisions: PlannedDecision[];
  ends: Decision[];
  removed: ConsensusAnnotation[];
  counts: MergeCounts;
};

const refsOf = (refs: readonly { annotationId: string; version: number }[], silent: string[]) =>
  JSON.stringify([
    refs.map(({ annotationId, version }) => `${annotationId} ${version}`).sort(),
    silent.toSorted(),
  ]);

/** Whether a decision was made on exactly the current versions of a unit. */
function isOnCurrentVersions({ sources, silent }: Decision, unit: AdjudicationUnit): boolean {
  const now = annotationsOfUnit(unit).map(({ annotation }) => ({
    annotationId: annotation.id,
    version: annotation.version,
  }));
  return refsOf(sources, silent) === refsOf(now, unit.silent);
}

const isUnchanged = (decision: Decision, planned: PlannedDecision): boolean =>
  decision.rule === planned.result.rule &&
  isOnCurrentVersions(decision, planned.unit) &&
  decision.openAttributes.join() === planned.result.openAttributes.join() &&
  decision.outcome.length === planned.outcomes.length &&
  planned.outcomes.every(({ same }) => same);

/**
 * Plans a merge: people's decisions stay, also where they are to be reviewed; a rule's decision
 * stays where it would be made again, and is replaced or ended otherwise. `consensusAnnotations`
 * are the consensus's annotations by id. After the plan is carried out, planning again gives no
 * changes.
 */
export function planMerge(
  { placed, elsewhere }: PlacedDecisions,
  consensusAnnotations: ReadonlyMap<string, ConsensusAnnotation>,
  context: MergeContext,
): MergePlan {
  const plan: MergePlan = { decisions: [], ends: [], removed: [], counts: { ...noMergeCounts } };
  const { counts } = plan;
  const homes = new Map<Decision, number>();
  for (const { decisions } of placed)
    for (const decision of decisions) homes.set(decision, (homes.get(decision) ?? 0) + 1);
  const ended = new Set<Decision>();
  const remove = (removed: readonly ConsensusAnnotation[]) => {
    plan.removed.push(...removed);
    counts.removed += removed.length;
  };
  const end = (decision: Decision) => {
    if (ended.has(decision)) return;
    ended.add(decision);
    plan.ends.push(decision);
    remove(planOutcomes([], [decision], consensusAnnotations).removed);
  };
  const resolve = ({ unit, decisions }: PlacedUnit, result: RuleResult) => {
    counts[result.rule]++;
    if (result.openAttributes.length > 0) counts.attributes++;
    const replaces = decisions.filter((one) => homes.get(one) === 1 && !ended.has(one));
    const { outcomes, removed } = planOutcomes(result.outcomes, replaces, consensusAnnotations);
    const planned: PlannedDecision = { unit, result, outcomes, replaces };
    const [only] = replaces;
    if (only !== undefined && decisions.length === 1 && isUnchanged(only, planned)) return;
    for (const decision of decisions) if (!replaces.includes(decision)) end(decision);
    for (const decision of replaces) ended.add(decision);
    remove(removed);
    counts.added += outcomes.filter(({ onto }) => onto === null).length;
    counts.rewritten += outcomes.filter(({ onto, same }) => onto !== null && !same).length;
    plan.decisions.push(planned);
  };
  for (const one of placed) {
    counts.units++;
    if (one.decisions.some((decision) => !isByRule(decision))) {
      counts.people++;
      if (one.state === 'changed') counts.changed++;
      continue;
    }
    const result = resolvedByRule(one.unit, context);
    if (result !== null) resolve(one, result);
    else {
      counts.open++;
      for (const decision of one.decisions) end(decision);
    }
  }
  for (const decision of elsewhere) if (isByRule(decision)) end(decision);
  return plan;
}
