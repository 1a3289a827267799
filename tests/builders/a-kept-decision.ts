import { v7 } from 'uuid';
import { decidedOn, labelsOf } from '@/lib/adjudication/decision/decided-on';
import type { Decision } from '@/lib/adjudication/decision/decision';
import { marksOf } from '@/lib/adjudication/unit/settling-unit';
import type { SourceReading } from '@/lib/adjudication/unit/source-reading';
import { onlyUnit } from './sources';

/** A decision of a person’s that took something, with everything filled in that a case does not care about. */
export function aKeptDecision(chosen: Partial<Decision> = {}): Decision {
  return {
    id: v7(),
    start: 0,
    end: 0,
    quote: '',
    deed: 'take',
    rule: '',
    mergeId: null,
    kinds: [],
    sources: [],
    silent: [],
    said: [],
    outcome: [],
    relation: null,
    openAttributes: [],
    given: [],
    declined: [],
    reasonKey: '',
    reason: '',
    by: { id: v7(), name: 'Mia' },
    at: '2026-01-01T00:00:00.000Z',
    ...chosen,
  };
}

/** The same, on the only unit of these readings. */
export function aDecisionOn(
  readings: readonly SourceReading[],
  chosen: Partial<Decision> = {},
): Decision {
  const unit = onlyUnit(readings);
  const said = marksOf(unit).map(({ mark }) => mark.label);
  return aKeptDecision({ ...decidedOn(unit, ''), ...labelsOf(said, []), ...chosen });
}
