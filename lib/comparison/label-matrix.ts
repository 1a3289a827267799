import type { ComparedUnit, ComparedAnnotation } from './compared-unit';

/**
 * How often one layer has the label `row` where another has `column`; `column` null is a layer without
 * an annotation there. Undirected: `row` sorts before `column`. `units` are the ids of the units.
 */
export type MatrixCell = { row: string; column: string | null; count: number; units: string[] };

/**
 * The pairs of labels that two versions of one unit add to the label matrix; null is a version without
 * annotations. Labels that both use pair with themselves; the rest of each pairs with the rest of the
 * other or, where the other has no rest, with the labels that both use.
 */
export function meetingsOf(
  ones: readonly ComparedAnnotation[],
  others: readonly ComparedAnnotation[],
): [one: string | null, other: string | null][] {
  if (ones.length === 1 && others.length === 1)
    return [[ones[0]?.label ?? null, others[0]?.label ?? null]];
  const mine = [...new Set(ones.map(({ label }) => label))];
  const theirs = [...new Set(others.map(({ label }) => label))];
  if (mine.length === 0) return theirs.map((label) => [null, label]);
  if (theirs.length === 0) return mine.map((label) => [label, null]);
  const both = mine.filter((label) => theirs.includes(label));
  const same = both.map((label): [string, string] => [label, label]);
  const left = mine.filter((label) => !theirs.includes(label));
  const right = theirs.filter((label) => !mine.includes(label));
  if (left.length + right.length === 0) return same;
  const crossed = (left.length === 0 ? both : left).flatMap((one) =>
    (right.length === 0 ? both : right).map((other): [string, string] => [one, other]),
  );
  return [...same, ...crossed];
}

/** Two labels in the order of an undirected matrix: ascending, null last. */
export function undirected([one, other]: readonly [string | null, string | null]): [
  string,
  string | null,
] {
  if (one === null) return [other ?? '', null];
  return other !== null && other < one ? [other, one] : [one, other];
}

/** Compares two cells by row, then column, with null last; for `sort`. */
export function inMatrixOrder(
  one: Pick<MatrixCell, 'row' | 'column'>,
  other: Pick<MatrixCell, 'row' | 'column'>,
): number {
  if (one.row !== other.row) return one.row < other.row ? -1 : 1;
  if (one.column === null || other.column === null)
    return Number(one.column === null) - Number(other.column === null);
  return one.column < other.column ? -1 : 1;
}

/**
 * Counts, over every two layers and every unit, which labels occur together: the same label, another,
 * or none. Each cell lists the ids of its units in text order. Sorted by row, then column, null last.
 */
export function labelMatrix(units: readonly ComparedUnit[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const unit of units)
    for (let first = 0; first < unit.versions.length; first++)
      for (let second = first + 1; second < unit.versions.length; second++)
        for (const pair of meetingsOf(
          unit.versions[first]?.annotations ?? [],
          unit.versions[second]?.annotations ?? [],
        )) {
          const [row, column] = undirected(pair);
          const key = JSON.stringify([row, column]);
          const cell = cells.get(key) ?? { row, column, count: 0, units: [] };
          cells.set(key, cell);
          cell.count++;
          if (cell.units.at(-1) !== unit.id) cell.units.push(unit.id);
        }
  return [...cells.values()].sort(inMatrixOrder);
}
