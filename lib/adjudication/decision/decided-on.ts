import type { Decision } from './decision';
import type { SettlingUnit } from '../unit/settling-unit';
import { marksOf, saidAt } from '../unit/settling-unit';

/** What a decision keeps of the unit that it is about: where, how the readings part, which versions, who is silent. */
export function decidedOn(
  unit: SettlingUnit,
  text: string,
): Pick<Decision, 'start' | 'end' | 'quote' | 'kinds' | 'sources' | 'silent' | 'said'> {
  const { start, end, kinds, silent } = unit;
  return {
    start,
    end,
    quote: text.slice(start, end),
    kinds,
    sources: marksOf(unit).map(({ layerId, mark }) => ({
      layerId,
      annotationId: mark.id,
      version: mark.version,
    })),
    silent,
    said: saidAt(unit),
  };
}

/** The labels that were given, and those that were said and not given, each sorted and once. */
export function labelsOf(
  said: readonly string[],
  outcomes: readonly { label: string }[],
): Pick<Decision, 'given' | 'declined'> {
  const given = [...new Set(outcomes.map(({ label }) => label))].sort();
  const declined = [...new Set(said)].filter((label) => !given.includes(label)).sort();
  return { given, declined };
}
