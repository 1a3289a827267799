import { publishedCodebook } from '@/lib/codebook/read-codebook';
import type { Announcement } from '@/lib/live/live-channel';
import type { Viewer } from '@/lib/access/viewer';
import type { AdjudicationSnapshot } from '@/lib/adjudication/adjudication-snapshot';
import { requireAdjudicable } from '@/lib/adjudication/adjudication-snapshot';
import { carryOut } from '@/lib/adjudication/carry-out';
import { holdArticle } from '@/lib/adjudication/consensus-layer-store';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import type { AdjudicationUnit } from '@/lib/adjudication/unit/adjudication-unit';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import type { PlacedUnit } from '@/lib/adjudication/unit/placed-decisions';
import type { Db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { Refusal, conflict, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { decidedOn, labelsOf, decisionKindOf, takenOutcomes, writtenOutcomes } from './outcome';
import type { Decision } from './decision';
import type { DecisionInput } from './decision-input';
import { findDecisionSummary } from './decision-store';
import type { DecisionView } from './decision-view';
import type { Outcome, OutcomeContext } from './outcome';
import { planOutcomes } from './outcome-plan';
import { readDecision } from './read-decision';
import { relationDecided } from './relation-decided';
import { changesSince } from './since-seen';

/**
 * The codebooks whose labels can be used at a unit, newest first: the published one, and those of
 * the unit's versions, so that a withdrawn label can still be decided on.
 */
export async function codebooksFor(
  on: Db,
  { context }: Pick<AdjudicationSnapshot, 'context'>,
  unit: AdjudicationUnit | null,
): Promise<OutcomeContext['codebooks']> {
  const used =
    unit === null
      ? []
      : annotationsOfUnit(unit).map(({ annotation }) => annotation.codebookVersion);
  const versions = [...new Set([context.codebookVersion, ...used])].sort((a, b) => b - a);
  const found = await Promise.all(
    versions.map(async (version) => {
      const content = await publishedCodebook(on, context.projectId, version);
      return content === null ? [] : [{ version, content }];
    }),
  );
  return found.flat();
}

type SeenUnit = { unit: PlacedUnit['unit'] | null; replaces: Decision[] };

/**
 * The unit and the decisions that the client saw. Throws `conflict`, with what has changed, where
 * they are no longer the same.
 */
function findSeenUnit(snapshot: AdjudicationSnapshot, input: DecisionInput): SeenUnit {
  const { placed, elsewhere } = snapshot.placed;
  const wanted = new Set(input.sources.map(({ annotationId }) => annotationId));
  const units = placed.filter(({ unit }) =>
    annotationsOfUnit(unit).some(({ annotation }) => wanted.has(annotation.id)),
  );
  const here = units.flatMap(({ decisions }) => decisions);
  const own = elsewhere.filter(({ id }) => input.currentDecisions.includes(id));
  const decisions = [...new Set(wanted.size === 0 ? own : here)];
  const { layers, frozen, settings: rules } = snapshot;
  const { anonymous } = rules;
  const now = { units, decisions, layers, text: frozen.text, anonymous };
  const faults = changesSince(input, now);
  if (faults.length > 0 || units.length > 1) {
    const message = faults[0]?.message ?? 'The versions are in several passages now.';
    throw conflict(
      `This passage has changed since you looked. ${message} Nothing was decided; please look again.`,
      faults,
    );
  }
  return { unit: units[0]?.unit ?? null, replaces: decisions };
}

/**
 * The reason as text: the listed reason's name and the written one. Throws `invalid` for an unknown
 * key, and where a required reason is missing.
 */
function reasonOf(
  { settings: rules }: AdjudicationSnapshot,
  { reasonKey, reason }: DecisionInput,
): string {
  const written = reason.trim();
  const listed = rules.reasons.find(({ key }) => key === reasonKey);
  if (reasonKey !== '' && listed === undefined)
    throw invalid('reasonKey', `This project’s list has no reason “${reasonKey}”.`);
  if (listed === undefined && written === '' && rules.reasonRequired)
    throw invalid('reason', 'This project asks for a reason. Please choose one, or write it.');
  return [listed?.name ?? '', written].filter((part) => part !== '').join('. ');
}

async function outcomesOf(
  tx: Db,
  snapshot: AdjudicationSnapshot,
  unit: SeenUnit['unit'],
  input: DecisionInput,
): Promise<Outcome[]> {
  if (unit === null && input.write.length === 0)
    throw invalid(
      'write',
      'Where nobody has annotated anything, there must be something to write.',
    );
  const written = writtenOutcomes(unit, input.write, {
    text: snapshot.frozen.text,
    index: snapshot.frozen.indexIn(input.offsetUnit),
    codebooks: await codebooksFor(tx, snapshot, unit),
  });
  if ('faults' in written) {
    const message = `${written.faults[0]?.message ?? ''} Nothing was decided.`;
    throw new Refusal('invalid', message, written.faults);
  }
  return [...(unit === null ? [] : takenOutcomes(unit, input.take)), ...written.outcomes];
}

function unitFieldsOf(unit: SeenUnit['unit'], outcomes: readonly Outcome[], text: string) {
  if (unit !== null) return decidedOn(unit, text);
  const segments = outcomes.flatMap((outcome) => outcome.segments);
  const start = Math.min(...segments.map((segment) => segment.start));
  const end = Math.max(...segments.map((segment) => segment.end));
  return {
    start,
    end,
    quote: text.slice(start, end),
    kinds: [],
    sources: [],
    silent: [],
    versionHashes: [],
  };
}

async function decideOnUnit(
  tx: Db,
  viewer: Viewer,
  decisionId: string,
  snapshot: AdjudicationSnapshot,
  input: DecisionInput,
): Promise<Announcement[]> {
  const { unit, replaces } = findSeenUnit(snapshot, input);
  const reason = reasonOf(snapshot, input);
  const outcomes = await outcomesOf(tx, snapshot, unit, input);
  const { text } = snapshot.frozen;
  const { outcomes: planned, removed } = planOutcomes(
    outcomes,
    replaces,
    snapshot.consensusAnnotations,
  );
  const sourceLabels =
    unit === null ? [] : annotationsOfUnit(unit).map(({ annotation }) => annotation.label);
  const decision = {
    id: decisionId,
    ...unitFieldsOf(unit, outcomes, text),
    kind: decisionKindOf(unit, input),
    rule: '',
    mergeId: null,
    relation: null,
    openAttributes: [],
    ...labelsOf(sourceLabels, outcomes),
    reasonKey: input.reasonKey,
    reason,
  };
  const makings = [{ decision, outcomes: planned, replaces }];
  return carryOut(tx, viewer, snapshot, { makings, ends: [], removed });
}

async function isRepeated(tx: Db, { userId }: Viewer, decisionId: string, articleId: string) {
  const known = await findDecisionSummary(tx, decisionId);
  if (known === null) return false;
  if (known.articleId === articleId && known.byId === userId) return true;
  throw conflict('This id is taken. Nothing was decided; please choose another one.');
}

/**
 * Decides on a unit of an article, or on a relation, under an id that the client chose; repeating a
 * request changes nothing. It applies only to what the client saw: where a version, a layer or a
 * decision has changed since, it throws `conflict` with the changes. Earlier decisions on the unit
 * are replaced and remain in the log.
 */
export async function decide(
  viewer: Viewer,
  decisionId: string,
  input: DecisionInput,
): Promise<{ decision: DecisionView; made: boolean }> {
  const { articleId, offsetUnit } = input;
  const { announcements, made } = await transaction(async (tx) => {
    await holdArticle(tx, articleId);
    const snapshot = await readAdjudicationSnapshot(tx, viewer, articleId);
    if (await isRepeated(tx, viewer, decisionId, articleId))
      return { announcements: [], made: false };
    requireAdjudicable(snapshot);
    if (input.relation === undefined)
      return {
        announcements: await decideOnUnit(tx, viewer, decisionId, snapshot, input),
        made: true,
      };
    const reason = reasonOf(snapshot, input);
    const making = await relationDecided(tx, snapshot, { ...input, decisionId, reason });
    const carried = { makings: [making], ends: [], removed: [] };
    return { announcements: await carryOut(tx, viewer, snapshot, carried), made: true };
  });
  announce(...announcements);
  return { decision: await readDecision(viewer, decisionId, offsetUnit), made };
}
