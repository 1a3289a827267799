import type { Decision } from './decision';
import type { AdjudicationUnit } from '@/lib/adjudication/unit/adjudication-unit';
import { annotationsOfUnit, versionHashesOf } from '@/lib/adjudication/unit/adjudication-unit';

/** What a decision keeps of the unit that it is about: where, how the readings part, which versions, who is silent. */
export function decidedOn(
  unit: AdjudicationUnit,
  text: string,
): Pick<Decision, 'start' | 'end' | 'quote' | 'kinds' | 'sources' | 'silent' | 'versionHashes'> {
  const { start, end, kinds, silent } = unit;
  return {
    start,
    end,
    quote: text.slice(start, end),
    kinds,
    sources: annotationsOfUnit(unit).map(({ layerId, annotation }) => ({
      layerId,
      annotationId: annotation.id,
      version: annotation.version,
    })),
    silent,
    versionHashes: versionHashesOf(unit),
  };
}

/** The labels that were given, and those that were said and not given, each sorted and once. */
export function labelsOf(
  sourceLabels: readonly string[],
  outcomes: readonly { label: string }[],
): Pick<Decision, 'finalLabels' | 'rejectedLabels'> {
  const finalLabels = [...new Set(outcomes.map(({ label }) => label))].sort();
  const rejectedLabels = [...new Set(sourceLabels)]
    .filter((label) => !finalLabels.includes(label))
    .sort();
  return { finalLabels, rejectedLabels };
}
