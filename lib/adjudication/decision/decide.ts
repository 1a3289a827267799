import { announce } from '@/lib/access/announce';
import type { Announcement } from '@/lib/access/announcement';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { Refusal, conflict, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { carryOut } from '../carry-out';
import { holdArticle } from '../consensus-layer-store';
import { readGround } from '../read-ground';
import type { SettlingGround } from '../settling-ground';
import { requireSettleable } from '../settling-ground';
import type { PlacedUnit } from '../unit/placed-decisions';
import { marksOf } from '../unit/settling-unit';
import { codebooksFor } from './codebooks-for';
import { decidedOn, labelsOf } from './decided-on';
import { deedAt, takenOutcomes, writtenOutcomes } from './decided-outcomes';
import type { Decision } from './decision';
import type { DecisionInput } from './decision-input';
import { findDecisionPlace } from './decision-store';
import type { DecisionView } from './decision-view';
import type { Outcome } from './outcome';
import { planOutcomes } from './outcome-plan';
import { readDecision } from './read-decision';
import { relationDecided } from './relation-decided';
import { changesSince } from './since-seen';

type Place = { unit: PlacedUnit['unit'] | null; replaces: Decision[] };

/** The unit and the decisions that somebody saw; refused, with what is otherwise now, where they are not there any more. */
function placeSeen(ground: SettlingGround, input: DecisionInput): Place {
  const { placed, elsewhere } = ground.placed;
  const wanted = new Set(input.sources.map(({ annotationId }) => annotationId));
  const units = placed.filter(({ unit }) => marksOf(unit).some(({ mark }) => wanted.has(mark.id)));
  const here = units.flatMap(({ decisions }) => decisions);
  const own = elsewhere.filter(({ id }) => input.standing.includes(id));
  const decisions = [...new Set(wanted.size === 0 ? own : here)];
  const { readings, frozen, rules } = ground;
  const { anonymous } = rules;
  const now = { units, decisions, readings, text: frozen.text, anonymous };
  const faults = changesSince(input, now);
  if (faults.length > 0 || units.length > 1) {
    const words = faults[0]?.message ?? 'The versions are at several places now.';
    throw conflict(
      `This place has changed since you looked. ${words} Nothing was decided; please look again.`,
      faults,
    );
  }
  return { unit: units[0]?.unit ?? null, replaces: decisions };
}

/** The reason in words: as the project’s list has it, with what was written beside it. */
function reasonOf({ rules }: SettlingGround, { reasonKey, reason }: DecisionInput): string {
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
  ground: SettlingGround,
  unit: Place['unit'],
  input: DecisionInput,
): Promise<Outcome[]> {
  if (unit === null && input.write.length === 0)
    throw invalid('write', 'Where nobody has marked anything, there must be something to write.');
  const written = writtenOutcomes(unit, input.write, {
    text: ground.frozen.text,
    index: ground.frozen.indexIn(input.offsetUnit),
    codebooks: await codebooksFor(tx, ground, unit),
  });
  if ('faults' in written) {
    const words = `${written.faults[0]?.message ?? ''} Nothing was decided.`;
    throw new Refusal('invalid', words, written.faults);
  }
  return [...(unit === null ? [] : takenOutcomes(unit, input.take)), ...written.outcomes];
}

function placeOf(unit: Place['unit'], outcomes: readonly Outcome[], text: string) {
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
    said: [],
  };
}

async function decideOnPlace(
  tx: Db,
  viewer: Viewer,
  decisionId: string,
  ground: SettlingGround,
  input: DecisionInput,
): Promise<Announcement[]> {
  const { unit, replaces } = placeSeen(ground, input);
  const reason = reasonOf(ground, input);
  const outcomes = await outcomesOf(tx, ground, unit, input);
  const { text } = ground.frozen;
  const { outcomes: planned, gone } = planOutcomes(outcomes, replaces, ground.standing);
  const said = unit === null ? [] : marksOf(unit).map(({ mark }) => mark.label);
  const decision = {
    id: decisionId,
    ...placeOf(unit, outcomes, text),
    deed: deedAt(unit, input),
    rule: '',
    mergeId: null,
    relation: null,
    openAttributes: [],
    ...labelsOf(said, outcomes),
    reasonKey: input.reasonKey,
    reason,
  };
  const makings = [{ decision, outcomes: planned, replaces }];
  return carryOut(tx, viewer, ground, { makings, ends: [], gone });
}

async function isRepeated(tx: Db, { userId }: Viewer, decisionId: string, articleId: string) {
  const known = await findDecisionPlace(tx, decisionId);
  if (known === null) return false;
  if (known.articleId === articleId && known.byId === userId) return true;
  throw conflict('This id is taken. Nothing was decided; please choose another one.');
}

/**
 * Decides about a place of an article, or about a relation, under the id that the client chose; the
 * same again changes nothing. It holds only for what the person saw: where a version, a reading or a
 * decision is another one now, it is refused and said what is. Earlier decisions on the place are
 * replaced and kept.
 */
export async function decide(
  viewer: Viewer,
  decisionId: string,
  input: DecisionInput,
): Promise<{ decision: DecisionView; made: boolean }> {
  const { articleId, offsetUnit } = input;
  const { told, made } = await transaction(async (tx) => {
    await holdArticle(tx, articleId);
    const ground = await readGround(tx, viewer, articleId);
    if (await isRepeated(tx, viewer, decisionId, articleId)) return { told: [], made: false };
    requireSettleable(ground);
    if (input.relation === undefined)
      return { told: await decideOnPlace(tx, viewer, decisionId, ground, input), made: true };
    const reason = reasonOf(ground, input);
    const making = await relationDecided(tx, ground, { ...input, decisionId, reason });
    const carried = { makings: [making], ends: [], gone: [] };
    return { told: await carryOut(tx, viewer, ground, carried), made: true };
  });
  announce(...told);
  return { decision: await readDecision(viewer, decisionId, offsetUnit), made };
}
