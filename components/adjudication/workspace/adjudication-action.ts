import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import type {
  WorkspaceDecision,
  AdjudicationWorkspace,
} from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Choice, SentDecision } from './choice';
import type { Passage } from './passage';
import { annotationsAt } from './passage';

/**
 * Something that was done on this page: a decision on a passage (null: where there were no
 * annotations) or on a relation, or a decision revoked.
 */
export type AdjudicationAction =
  | {
      do: 'decide';
      decisionId: string;
      passageId: string | null;
      sent: SentDecision;
      choice: Choice;
      decision: WorkspaceDecision;
    }
  | { do: 'withdraw'; decisionId: string; passageId: string | null };

/** The decision that the server is expected to answer, shown until it has. */
export function plannedDecision(
  decisionId: string,
  passage: Passage | null,
  sent: SentDecision,
  { by, at, reasonName }: { by: WorkspaceDecision['by']; at: string; reasonName: string },
): WorkspaceDecision {
  const seen = passage === null ? [] : annotationsAt(passage);
  const taken = seen.filter(({ annotationId }) => sent.take?.includes(annotationId));
  const written = (sent.write ?? []).map(({ label, segments, attributes = {}, note = '' }, at) => ({
    annotationId: `${decisionId} ${at}`,
    version: 1,
    label,
    segments,
    attributes,
    note,
    confidence: null,
  }));
  const outcome = [...taken, ...written];
  const ends = outcome.flatMap(({ segments }) => segments);
  const isOwn = seen.length === 0;
  const versions = passage?.versions.filter(({ holders }) =>
    holders.some(({ annotations }) => annotations.some((annotation) => taken.includes(annotation))),
  );
  const kind = isOwn
    ? 'own'
    : written.length > 0
      ? 'adjust'
      : taken.length === 0
        ? 'reject'
        : versions?.length === 1
          ? 'take'
          : 'several';
  return {
    id: decisionId,
    start: passage?.start ?? Math.min(...ends.map(({ start }) => start)),
    end: passage?.end ?? Math.max(...ends.map(({ end }) => end)),
    kind,
    rule: null,
    outcome,
    openAttributes: [],
    reasonKey: sent.reasonKey ?? '',
    reason: [reasonName, (sent.reason ?? '').trim()].filter((part) => part !== '').join('. '),
    by,
    at,
  };
}

/** The decision of an API answer, in the form that the workspace has. */
export function workspaceDecisionOf(view: DecisionView): WorkspaceDecision {
  const { id, start, end, kind, rule, outcome, openAttributes, reasonKey, reason, by, at } = view;
  return {
    id,
    start,
    end,
    kind,
    rule,
    outcome: outcome.map(({ quote: _, sources: __, ...annotation }) => annotation),
    openAttributes,
    reasonKey,
    reason,
    by,
    at,
  };
}

function withDecision(
  workspace: AdjudicationWorkspace,
  { passageId, decision, sent }: Extract<AdjudicationAction, { do: 'decide' }>,
): AdjudicationWorkspace {
  if (sent.relation !== undefined)
    return {
      ...workspace,
      relations: workspace.relations.map((vote) => {
        const { type, from, to, isInConsensus } = sent.relation ?? vote;
        const isIt = vote.type === type && vote.from === from && vote.to === to;
        return isIt ? { ...vote, isInConsensus, decision } : vote;
      }),
    };
  if (passageId !== null && workspace.units.some(({ id }) => id === passageId))
    return {
      ...workspace,
      units: workspace.units.map((unit) =>
        unit.id === passageId ? { ...unit, state: 'person', decisions: [decision] } : unit,
      ),
    };
  const replaced = new Set([decision.id, ...(sent.currentDecisions ?? [])]);
  return {
    ...workspace,
    elsewhere: [...workspace.elsewhere.filter(({ id }) => !replaced.has(id)), decision],
  };
}

function without(workspace: AdjudicationWorkspace, decisionId: string): AdjudicationWorkspace {
  const isOther = ({ id }: WorkspaceDecision) => id !== decisionId;
  return {
    ...workspace,
    units: workspace.units.map((unit) => {
      if (unit.decisions.every(isOther)) return unit;
      const decisions = unit.decisions.filter(isOther);
      return { ...unit, decisions, state: decisions.length === 0 ? 'open' : unit.state };
    }),
    elsewhere: workspace.elsewhere.filter(isOther),
  };
}

/** The workspace after these actions, in their order. What they do not touch keeps its identity. */
export function withActions(
  workspace: AdjudicationWorkspace,
  actions: readonly AdjudicationAction[],
): AdjudicationWorkspace {
  return actions.reduce(
    (now, action) =>
      action.do === 'decide' ? withDecision(now, action) : without(now, action.decisionId),
    workspace,
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * A reloaded workspace in which every unchanged unit keeps its identity, and so do the versions of
 * a unit on which only a decision has changed.
 */
export function mergeReloaded(
  before: AdjudicationWorkspace,
  now: AdjudicationWorkspace,
): AdjudicationWorkspace {
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  return {
    ...now,
    units: now.units.map((unit) => {
      const old = known.get(unit.id);
      if (old === undefined) return unit;
      if (isSame(old, unit)) return old;
      return isSame(old.versions, unit.versions) ? { ...unit, versions: old.versions } : unit;
    }),
  };
}
