import type { ComparedUnit, ComparedAnnotation } from './compared-unit';

/** How often one reading said `row` where another said `column`; null is nobody. Not directed: `row` sorts first, null last. */
export type MatrixCell = { row: string; column: string | null; count: number; units: string[] };

/**
 * What met what where two readings speak of one thing, null for nobody. Labels that both use meet
 * themselves; what is left of each meets what is left of the other, or, where nothing is left, what both use.
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

/** The two labels in the order in which a matrix that is not directed has them, nobody last. */
export function undirected([one, other]: readonly [string | null, string | null]): [
  string,
  string | null,
] {
  if (one === null) return [other ?? '', null];
  return other !== null && other < one ? [other, one] : [one, other];
}

/** Sorts cells by row, then column, nobody last. */
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
 * Counts, over every two readings and every unit, which label met which: the same label, another, or
 * nobody's mark. Each cell names its units, in text order, so that it leads to its places. Sorted by
 * row, then column, nobody last.
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
