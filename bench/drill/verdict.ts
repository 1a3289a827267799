import { grouped } from './tally';
import type { Acknowledged } from './client-log';

/** The values of an annotation that a drill compares. */
type AnnotationValues = {
  label: string;
  segments: { start: number; end: number }[];
  note: string;
};

/** One version of an annotation in the API’s history. */
export type Version = AnnotationValues & { version: number; kind: 'put' | 'remove' };

/** One version of an annotation in the database. */
export type WrittenEvent = Version & {
  annotationId: string;
  layerId: string;
  /** Its number among the events of its layer, from 1. */
  sequence: number;
  idempotencyKey: string | null;
};

/** An annotation as somebody sees it, or as it currently is. */
export type Seen = AnnotationValues & { id: string; version: number };

/** What somebody sees of a layer, beside its current annotations. */
export type View = { whose: string; seen: readonly Seen[]; current: readonly Seen[] };

/** The evidence of a drill. */
export type Evidence = {
  acknowledged: Acknowledged[];
  /** Changes that left somebody’s disk without an answer. */
  vanished: string[];
  /** Changes that are still waiting. */
  waiting: string[];
  refused: { idempotencyKey: string; why: string }[];
  events: WrittenEvent[];
  layers: { layerId: string; eventCount: number }[];
  /** The versions of each annotation in the API’s histories. */
  histories: ReadonlyMap<string, readonly Version[]>;
  views: View[];
};

/** The faults found after a drill, a line each; all is well where every list is empty. */
export type Verdict = {
  lost: string[];
  duplicated: string[];
  /** Versions or sequence numbers that are missing or duplicated, and histories that differ. */
  gaps: string[];
  refused: string[];
  waiting: string[];
  /** Views that differ from the current annotations. */
  differing: string[];
  /**
   * The number of acknowledged changes without an effect, since the annotation already was so: they
   * have no event.
   */
  changedNothing: number;
};

const valuesOf = ({ label, segments, note }: AnnotationValues) =>
  JSON.stringify([label, segments.map(({ start, end }) => [start, end]), note]);

const versionOf = (version: Version) =>
  `${version.version} ${version.kind} ${version.kind === 'put' ? valuesOf(version) : ''}`;

const seenOf = (seen: Seen) => `${seen.id} ${seen.version} ${valuesOf(seen)}`;

/** Whether two lists have the same items, in any order. */
const areSame = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join('\n') === other.toSorted().join('\n');

/** Whether numbers are 1, 2, 3 … to their count. */
const areWhole = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other).every((number, at) => number === at + 1);

/** Whether a put was answered with a version of the same content that another change made. */
function isUnchanged({ annotation }: Acknowledged, history: readonly WrittenEvent[]): boolean {
  if (annotation === null) return false;
  const event = history.find(({ version }) => version === annotation.version);
  return event?.kind === 'put' && valuesOf(event) === valuesOf(annotation);
}

function gapsOf({ events, layers, histories }: Evidence): string[] {
  const gaps: string[] = [];
  for (const [annotationId, history] of grouped(events, (event) => event.annotationId)) {
    const versions = history.map(({ version }) => version);
    if (!areWhole(versions)) gaps.push(`${annotationId} has the versions ${versions.join(', ')}`);
    const reported = histories.get(annotationId) ?? [];
    if (!areSame(reported.map(versionOf), history.map(versionOf)))
      gaps.push(`the history of ${annotationId} is not what the database has`);
  }
  const byLayer = grouped(events, ({ layerId }) => layerId);
  for (const { layerId, eventCount } of layers) {
    const numbers = (byLayer.get(layerId) ?? []).map(({ sequence }) => sequence);
    if (!areWhole(numbers) || numbers.length !== eventCount)
      gaps.push(`layer ${layerId} counts ${eventCount} events and has ${numbers.length}`);
  }
  return gaps;
}

function duplicatesOf({ events, acknowledged }: Evidence): string[] {
  const known = new Set(acknowledged.map(({ idempotencyKey }) => idempotencyKey));
  const duplicated: string[] = [];
  for (const [key, same] of grouped(
    events,
    ({ idempotencyKey }) => idempotencyKey ?? 'a change without a key',
  )) {
    const where = same.map(({ annotationId, version }) => `${annotationId} version ${version}`);
    if (!known.has(key)) duplicated.push(`${key} is nobody’s change, and made ${where.join(', ')}`);
    else if (same.length > 1) duplicated.push(`${key} made ${where.join(', ')}`);
  }
  return duplicated;
}

/** How a view differs from the current annotations, a line each. */
export function differenceOf({ whose, seen, current }: View): string[] {
  const [there, shown] = [new Set(current.map(seenOf)), new Set(seen.map(seenOf))];
  return [
    ...[...there]
      .filter((each) => !shown.has(each))
      .map((each) => `${whose} does not show ${each}`),
    ...[...shown].filter((each) => !there.has(each)).map((each) => `${whose} still shows ${each}`),
  ];
}

/** Judges the evidence of a drill. */
export function verdict(evidence: Evidence): Verdict {
  const { acknowledged, events, refused, waiting, vanished, views } = evidence;
  const byAnnotation = grouped(events, (event) => event.annotationId);
  const lost = vanished.map(
    (idempotencyKey) => `${idempotencyKey} left the outbox without an answer`,
  );
  let changedNothing = 0;
  for (const acknowledgement of acknowledged) {
    const history = byAnnotation.get(acknowledgement.annotationId) ?? [];
    if (
      history.some(
        ({ idempotencyKey, kind }) =>
          idempotencyKey === acknowledgement.idempotencyKey && kind === acknowledgement.kind,
      )
    )
      continue;
    if (isUnchanged(acknowledgement, history)) changedNothing++;
    else
      lost.push(
        `${acknowledgement.idempotencyKey} (${acknowledgement.kind} ${acknowledgement.annotationId}) was acknowledged`,
      );
  }
  return {
    lost,
    duplicated: duplicatesOf(evidence),
    gaps: gapsOf(evidence),
    refused: refused.map(({ idempotencyKey, why }) => `${idempotencyKey}: ${why}`),
    waiting,
    differing: views.flatMap(differenceOf),
    changedNothing,
  };
}

/** Whether all is well. */
export function isWell({ changedNothing: _, ...faults }: Verdict): boolean {
  return Object.values(faults).every((lines) => lines.length === 0);
}
