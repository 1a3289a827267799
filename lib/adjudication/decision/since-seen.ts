import type { SourceAnnotation, SourceLayer } from '@/lib/adjudication/unit/adjudication-unit';
import type { Fault } from '@/lib/refusal';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import type { PlacedUnit } from '../unit/placed-decisions';
import type { Decision } from './decision';
import type { DecisionInput } from './decision-input';

type Seen = Pick<DecisionInput, 'sources' | 'currentDecisions' | 'layerCount'>;

/** The current state, and whether people may be named. */
export type Now = {
  /** The units that contain any of the seen versions. */
  units: readonly PlacedUnit[];
  decisions: readonly Decision[];
  layers: readonly SourceLayer[];
  text: string;
  anonymous: boolean;
};

/** The first hundred characters. */
const shortened = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > 100 ? `${characters.slice(0, 100).join('')}…` : text;
};

function describe({ label, segments }: SourceAnnotation, text: string): string {
  const quote = segments.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return `“${label}” on “${shortened(quote)}”`;
}

function changesOfVersions({ sources }: Seen, now: Now): Fault[] {
  const here = new Map(
    now.units.flatMap(({ unit }) =>
      annotationsOfUnit(unit).map(
        ({ layerId, annotation }) => [annotation.id, { layerId, annotation }] as const,
      ),
    ),
  );
  const changed = sources.flatMap(({ annotationId, version }, at): Fault[] => {
    const annotation = here.get(annotationId)?.annotation;
    const path = `sources.${at}`;
    if (annotation === undefined)
      return [{ path, message: 'This version was deleted, or its layer is not adjudicated now.' }];
    if (annotation.version === version) return [];
    return [{ path, message: `It was changed, and is ${describe(annotation, now.text)} now.` }];
  });
  const known = new Set(sources.map(({ annotationId }) => annotationId));
  const authorOf = new Map(now.layers.map(({ layerId, author }) => [layerId, author]));
  const added = [...here.values()].flatMap(({ layerId, annotation }): Fault[] => {
    if (known.has(annotation.id)) return [];
    const who = now.anonymous ? 'Somebody' : authorOf.get(layerId);
    return [
      { path: 'sources', message: `${who} has ${describe(annotation, now.text)} there now.` },
    ];
  });
  return [...changed, ...added];
}

function changesOfDecisions({ currentDecisions }: Seen, { decisions }: Now): Fault[] {
  const known = new Set(currentDecisions);
  const made = decisions.flatMap(({ id, kind, by, at }): Fault[] => {
    if (known.has(id)) return [];
    const who = kind === 'rule' ? `A merge by ${by.name}` : by.name;
    return [{ path: 'currentDecisions', message: `${who} has decided on this passage, at ${at}.` }];
  });
  const ended = currentDecisions.filter((id) => !decisions.some((decision) => decision.id === id));
  return [
    ...made,
    ...ended.map((id) => ({
      path: 'currentDecisions',
      message: `The decision ${id} was revoked.`,
    })),
  ];
}

/**
 * What has changed at a unit since the client looked, as sentences; empty where nothing has. At
 * most 100.
 */
export function changesSince(seen: Seen, now: Now): Fault[] {
  const layerFaults =
    seen.layerCount === undefined || seen.layerCount === now.layers.length
      ? []
      : [
          {
            path: 'layerCount',
            message: `There are ${now.layers.length} submissions now; there were ${seen.layerCount}.`,
          },
        ];
  return [...changesOfVersions(seen, now), ...changesOfDecisions(seen, now), ...layerFaults].slice(
    0,
    100,
  );
}
