import { decidedOn, labelsOf } from '@/lib/adjudication/decision/outcome';
import type { SourceLayer } from '@/lib/adjudication/unit/adjudication-unit';
import { v7 } from 'uuid';
import type { Decision } from '@/lib/adjudication/decision/decision';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import { onlyUnit } from './sources';

/**
 * A decision by a person that took a version, with everything filled in that a case does not care
 * about.
 */
export function aStoredDecision(chosen: Partial<Decision> = {}): Decision {
  return {
    id: v7(),
    start: 0,
    end: 0,
    quote: '',
    kind: 'take',
    rule: '',
    mergeId: null,
    kinds: [],
    sources: [],
    silent: [],
    versionHashes: [],
    outcome: [],
    relation: null,
    openAttributes: [],
    finalLabels: [],
    rejectedLabels: [],
    reasonKey: '',
    reason: '',
    by: { id: v7(), name: 'Mia' },
    at: '2026-01-01T00:00:00.000Z',
    ...chosen,
  };
}

/** The same, on the only unit of these layers. */
export function aDecisionOn(
  layers: readonly SourceLayer[],
  chosen: Partial<Decision> = {},
): Decision {
  const unit = onlyUnit(layers);
  const sourceLabels = annotationsOfUnit(unit).map(({ annotation }) => annotation.label);
  return aStoredDecision({ ...decidedOn(unit, ''), ...labelsOf(sourceLabels, []), ...chosen });
}
