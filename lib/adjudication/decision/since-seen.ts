import type { Fault } from '@/lib/refusal';
import type { PlacedUnit } from '../unit/placed-decisions';
import type { SourceMark, SourceReading } from '../unit/source-reading';
import { marksOf } from '../unit/settling-unit';
import type { Decision } from './decision';
import type { DecisionInput } from './decision-input';

type Seen = Pick<DecisionInput, 'sources' | 'standing' | 'readings'>;

/** What there is now, and whether people may be named. */
export type Now = {
  /** The units where any of the versions is that were seen. */
  units: readonly PlacedUnit[];
  decisions: readonly Decision[];
  readings: readonly SourceReading[];
  text: string;
  anonymous: boolean;
};

/** The first hundred characters. */
const shortened = (words: string): string => {
  const characters = Array.from(words);
  return characters.length > 100 ? `${characters.slice(0, 100).join('')}…` : words;
};

function said({ label, segments }: SourceMark, text: string): string {
  const words = segments.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return `“${label}” on “${shortened(words)}”`;
}

function changesOfVersions({ sources }: Seen, now: Now): Fault[] {
  const here = new Map(
    now.units.flatMap(({ unit }) =>
      marksOf(unit).map(({ layerId, mark }) => [mark.id, { layerId, mark }] as const),
    ),
  );
  const gone = sources.flatMap(({ annotationId, version }, at): Fault[] => {
    const mark = here.get(annotationId)?.mark;
    const path = `sources.${at}`;
    if (mark === undefined)
      return [{ path, message: 'This version was taken back, or its layer is not settled now.' }];
    if (mark.version === version) return [];
    return [{ path, message: `It was changed, and says ${said(mark, now.text)} now.` }];
  });
  const known = new Set(sources.map(({ annotationId }) => annotationId));
  const authorOf = new Map(now.readings.map(({ layerId, author }) => [layerId, author]));
  const added = [...here.values()].flatMap(({ layerId, mark }): Fault[] => {
    if (known.has(mark.id)) return [];
    const who = now.anonymous ? 'Somebody' : authorOf.get(layerId);
    return [{ path: 'sources', message: `${who} says ${said(mark, now.text)} there now.` }];
  });
  return [...gone, ...added];
}

function changesOfDecisions({ standing }: Seen, { decisions }: Now): Fault[] {
  const known = new Set(standing);
  const made = decisions.flatMap(({ id, deed, by, at }): Fault[] => {
    if (known.has(id)) return [];
    const who = deed === 'rule' ? `A merge by ${by.name}` : by.name;
    return [{ path: 'standing', message: `${who} has settled this place, at ${at}.` }];
  });
  const ended = standing.filter((id) => !decisions.some((decision) => decision.id === id));
  return [
    ...made,
    ...ended.map((id) => ({ path: 'standing', message: `The decision ${id} was taken back.` })),
  ];
}

/** What is otherwise at a place than it was when somebody looked, in words; empty where nothing is. */
export function changesSince(seen: Seen, now: Now): Fault[] {
  const readings =
    seen.readings === undefined || seen.readings === now.readings.length
      ? []
      : [
          {
            path: 'readings',
            message: `There are ${now.readings.length} readings now; there were ${seen.readings}.`,
          },
        ];
  return [...changesOfVersions(seen, now), ...changesOfDecisions(seen, now), ...readings].slice(
    0,
    100,
  );
}
