import type { Decision } from '../decision/decision';
import { isByRule } from '../decision/decision';
import type { AdjudicationUnit } from './adjudication-unit';
import { annotationsOfUnit, versionHashesOf } from './adjudication-unit';

/**
 * The state of a unit. open: nobody has decided. changed: somebody has, and there are versions now
 * that were not there then. attributes: a rule has, except for attributes with a tie. rule, person:
 * resolved by whom.
 */
export const unitStates = ['open', 'changed', 'attributes', 'rule', 'person'] as const;

/** The state of a unit. */
export type UnitState = (typeof unitStates)[number];

/** A unit with the current decisions on its annotations, people's first. */
export type PlacedUnit = { unit: AdjudicationUnit; state: UnitState; decisions: Decision[] };

/**
 * Units with their decisions, and the decisions on annotations that no longer exist or never did.
 */
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
 * Assigns decisions to units: a decision belongs to every unit that has any of its source
 * annotations. It holds as long as the unit has no version that was not there then, whoever holds
 * it.
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
