import type { ComparedUnit, LayerVersion } from './compared-unit';

/** A stand in a string: two readings part at a unit just where theirs differ. Its labels and what each of its marks covers. */
export function versionKey({ annotations }: LayerVersion): string {
  const labels = [...new Set(annotations.map(({ label }) => label))].sort();
  const spans = annotations.map(({ segments }) =>
    segments.flatMap(({ start, end }) => [start, end]),
  );
  return JSON.stringify([labels, spans]);
}

/** At how many of the pairs of readings this unit parts; those that are both silent do not part. */
export function countDisagreeingPairs({ versions }: ComparedUnit): number {
  const alike = new Map<string, number>();
  for (const version of versions) {
    const key = versionKey(version);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const pairs = (count: number) => (count * count - count) / 2;
  return [...alike.values()].reduce((left, same) => left - pairs(same), pairs(versions.length));
}
