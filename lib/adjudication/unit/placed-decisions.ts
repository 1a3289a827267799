import type { Decision } from '../decision/decision';
import { isByRule } from '../decision/decision';
import type { AdjudicationUnit } from './adjudication-unit';
import { annotationsOfUnit, versionHashesOf } from './adjudication-unit';

/**
 * How far a unit is. open: nobody has decided. changed: somebody has, and something is said now that
 * was not said then. attributes: a rule has, but for attributes on which it found a tie. rule, person:
 * who settled it.
 */
export const unitStates = ['open', 'changed', 'attributes', 'rule', 'person'] as const;

/** How far a unit is. */
export type UnitState = (typeof unitStates)[number];

/** A unit with the standing decisions on what is said there, people’s first. */
export type PlacedUnit = { unit: AdjudicationUnit; state: UnitState; decisions: Decision[] };

/** Units with their decisions, and the decisions on what is no longer, or was never, said by anybody. */
export type PlacedDecisions = { placed: PlacedUnit[]; elsewhere: Decision[] };

function stateOf(unit: AdjudicationUnit, decisions: readonly Decision[]): UnitState {
  const [decision] = decisions;
  if (decision === undefined) return 'open';
  const known = new Set(decision.versionHashes);
  if (decisions.length > 1 || versionHashesOf(unit).some((hash) => !known.has(hash)))
    return 'changed';
  if (!isByRule(decision)) return 'person';
  return decision.openAttributes.length > 0 ? 'attributes' : 'rule';
}

/**
 * Says for each unit what was decided on it: a decision belongs where any annotation is that it
 * decided on. It holds as long as nothing is said there that was not said then, whoever says it.
 */
export function placeDecisions(
  units: readonly AdjudicationUnit[],
  current: readonly Decision[],
): PlacedDecisions {
  const unitOf = new Map<string, AdjudicationUnit>();
  for (const unit of units)
    for (const { annotation } of annotationsOfUnit(unit)) unitOf.set(annotation.id, unit);
  const decided = new Map<AdjudicationUnit, Decision[]>();
  const elsewhere: Decision[] = [];
  for (const decision of current) {
    if (decision.kind === 'relation') continue;
    const hit = new Set(decision.sources.flatMap((ref) => unitOf.get(ref.annotationId) ?? []));
    if (hit.size === 0) elsewhere.push(decision);
    for (const unit of hit) decided.set(unit, [...(decided.get(unit) ?? []), decision]);
  }
  const placed = units.map((unit): PlacedUnit => {
    const decisions = (decided.get(unit) ?? []).toSorted(
      (one, other) => Number(isByRule(one)) - Number(isByRule(other)),
    );
    return { unit, state: stateOf(unit, decisions), decisions };
  });
  return { placed, elsewhere };
}
