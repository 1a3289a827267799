import type { ComparedUnit, Stand } from './compared-unit';

/** A stand in a string: two readings part at a unit just where theirs differ. Its labels and what each of its marks covers. */
export function standKey({ marks }: Stand): string {
  const labels = [...new Set(marks.map(({ label }) => label))].sort();
  const spans = marks.map(({ segments }) => segments.flatMap(({ start, end }) => [start, end]));
  return JSON.stringify([labels, spans]);
}

/** At how many of the pairs of readings this unit parts; those that are both silent do not part. */
export function partingPairs({ stands }: ComparedUnit): number {
  const alike = new Map<string, number>();
  for (const stand of stands) {
    const key = standKey(stand);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const pairs = (count: number) => (count * count - count) / 2;
  return [...alike.values()].reduce((left, same) => left - pairs(same), pairs(stands.length));
}
