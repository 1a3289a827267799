import { countKinds } from '@/lib/comparison/compared-unit';
import type { ComparisonPageQuery, UnitKind } from './comparison-page-query';
import type { Compared, ListedUnit } from './comparing';

type Filter = Pick<ComparisonPageQuery, 'hide' | 'kind' | 'label' | 'pair' | 'cell' | 'order'>;

/** Whether two of the compared layers disagree on a unit; false where one of them is not compared. */
function differ(unit: ListedUnit, [one, other]: readonly [string, string]): boolean {
  const at = (layerId: string) => unit.versions.findIndex((version) => version.layerId === layerId);
  const [first, second] = [at(one), at(other)];
  return first >= 0 && second >= 0 && unit.keys[first] !== unit.keys[second];
}

/** The units that pass the filters, in the chosen order, and the counts of each kind without the filter by kind. */
export function listedUnits(
  { units, matrix }: Pick<Compared, 'units' | 'matrix'>,
  { hide, kind, label, pair, cell, order }: Filter,
): { units: readonly ListedUnit[]; counts: Record<UnitKind, number> } {
  const hidden = new Set(hide);
  const inCell =
    cell &&
    new Set(matrix.find(({ row, column }) => row === cell.row && column === cell.column)?.units);
  const open = units.filter(
    (unit) =>
      (hidden.size === 0 || [...unit.labels].some((key) => !hidden.has(key))) &&
      (label === null || unit.labels.has(label)) &&
      (pair === null || differ(unit, pair)) &&
      (inCell === null || inCell.has(unit.id)),
  );
  const passing =
    kind === null
      ? [...open]
      : open.filter(({ kinds }) => (kind === 'same' ? kinds.length === 0 : kinds.includes(kind)));
  if (order === 'pairs')
    passing.sort(
      (one, other) => other.disagreeingPairs - one.disagreeingPairs || one.start - other.start,
    );
  return { units: passing, counts: countKinds(open) };
}

/** The number of units in which each label is used. */
export function countLabels(units: readonly Pick<ListedUnit, 'labels'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of units)
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Every two layers, by their indexes, with the number of units on which they disagree. */
export function countPairs(
  units: readonly ListedUnit[],
  layerCount: number,
): { first: number; second: number; count: number }[] {
  const pairs = [];
  for (let first = 0; first < layerCount; first++)
    for (let second = first + 1; second < layerCount; second++)
      pairs.push({
        first,
        second,
        count: units.filter(({ keys }) => keys[first] !== keys[second]).length,
      });
  return pairs;
}

/** The unit after or before the chosen one; with none chosen, the first from a position or the last before it. */
export function unitBeside(
  units: readonly ListedUnit[],
  to: 'next' | 'previous',
  chosenId: string | null,
  position: () => number,
): ListedUnit | null {
  const at = units.findIndex(({ id }) => id === chosenId);
  if (at >= 0) return units[to === 'next' ? at + 1 : at - 1] ?? null;
  const here = position();
  if (to === 'next') return units.find(({ start }) => start >= here) ?? units[0] ?? null;
  return units.findLast(({ start }) => start < here) ?? units.at(-1) ?? null;
}

/** The shortest unit at a position or, where one of them is chosen, the next longer one, cyclically; null for none. */
export function unitAt(
  units: readonly ListedUnit[],
  position: number,
  chosenId: string | null,
): ListedUnit | null {
  const here = units
    .filter(({ versions }) =>
      versions.some(({ annotations }) =>
        annotations.some(({ segments }) =>
          segments.some(({ start, end }) => start <= position && position <= end),
        ),
      ),
    )
    .sort((one, other) => one.end - one.start - (other.end - other.start));
  const at = here.findIndex(({ id }) => id === chosenId);
  return here[(at + 1) % here.length] ?? null;
}

/** The unit that overlaps a segment most; null where none does or the segment is null. */
export function unitOver<Unit extends { start: number; end: number }>(
  units: readonly Unit[],
  start: number | null,
  end: number | null,
): Unit | null {
  if (start === null || end === null) return null;
  const common = (unit: Unit) => Math.min(unit.end, end) - Math.max(unit.start, start);
  return units
    .filter((unit) => common(unit) > 0)
    .reduce<Unit | null>(
      (best, unit) => (best === null || common(unit) > common(best) ? unit : best),
      null,
    );
}
