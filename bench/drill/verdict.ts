import type { Evidence, AnnotationValues, Seen, Version, View, WrittenEvent } from './evidence';
import { grouped } from './grouped';
import type { Acknowledged } from './client-log';

/** What is wrong after a drill, a line each; all is well where every list is empty. */
export type Verdict = {
  lost: string[];
  duplicated: string[];
  /** Versions or numbers that are missing or come twice, and histories that disagree. */
  gaps: string[];
  refused: string[];
  waiting: string[];
  /** Views that show something else than what stands. */
  differing: string[];
  /** How many acknowledged deeds changed nothing, since it stood so already: they make no history. */
  changedNothing: number;
};

const valuesOf = ({ label, segments, note }: AnnotationValues) =>
  JSON.stringify([label, segments.map(({ start, end }) => [start, end]), note]);

const versionOf = (version: Version) =>
  `${version.version} ${version.kind} ${version.kind === 'put' ? valuesOf(version) : ''}`;

const seenOf = (seen: Seen) => `${seen.id} ${seen.version} ${valuesOf(seen)}`;

/** Whether two lists hold the same, in whichever order. */
const areSame = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join('\n') === other.toSorted().join('\n');

/** Whether numbers are 1, 2, 3 … to their count. */
const areWhole = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other).every((number, at) => number === at + 1);

/** Whether a put was answered with a version that says the same, though another deed made it. */
function stood({ annotation }: Acknowledged, history: readonly WrittenEvent[]): boolean {
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
    const sequences = (byLayer.get(layerId) ?? []).map(({ sequence }) => sequence);
    if (!areWhole(sequences) || sequences.length !== eventCount)
      gaps.push(`layer ${layerId} counts ${eventCount} events and has ${sequences.length}`);
  }
  return gaps;
}

function duplicatesOf({ events, acknowledged }: Evidence): string[] {
  const known = new Set(acknowledged.map(({ idempotencyKey }) => idempotencyKey));
  const duplicated: string[] = [];
  for (const [name, same] of grouped(
    events,
    ({ idempotencyKey }) => idempotencyKey ?? 'a deed without a name',
  )) {
    const where = same.map(({ annotationId, version }) => `${annotationId} version ${version}`);
    if (!known.has(name)) duplicated.push(`${name} is nobody's deed, and made ${where.join(', ')}`);
    else if (same.length > 1) duplicated.push(`${name} made ${where.join(', ')}`);
  }
  return duplicated;
}

/** How what is seen differs from what stands, a line each. */
export function differenceOf({ whose, seen, current }: View): string[] {
  const [there, shown] = [new Set(current.map(seenOf)), new Set(seen.map(seenOf))];
  return [
    ...[...there]
      .filter((each) => !shown.has(each))
      .map((each) => `${whose} does not show ${each}`),
    ...[...shown].filter((each) => !there.has(each)).map((each) => `${whose} still shows ${each}`),
  ];
}

/** Judges what a drill has left behind. */
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
    if (stood(acknowledgement, history)) changedNothing++;
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
