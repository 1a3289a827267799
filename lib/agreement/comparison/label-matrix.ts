import type { ComparedUnit } from './compared-unit';

/** How often one reading said `row` where another said `column`; null is nobody. Not directed: `row` sorts first, null last. */
export type MatrixCell = { row: string; column: string | null; count: number; units: string[] };

const labelsOf = (unit: ComparedUnit, at: number): string[] => [
  ...new Set(unit.stands[at]?.marks.map(({ label }) => label)),
];

/** The cells to which two readings' words on one unit belong. Labels that both use meet themselves; what is left of each meets what is left of the other. */
function meetingsOf(ones: string[], others: string[]): [string, string | null][] {
  if (ones.length === 0) return others.map((label) => [label, null]);
  if (others.length === 0) return ones.map((label) => [label, null]);
  const both = ones.filter((label) => others.includes(label));
  const left = ones.filter((label) => !others.includes(label));
  const right = others.filter((label) => !ones.includes(label));
  const crossed = (left.length === 0 ? both : left).flatMap((one) =>
    (right.length === 0 ? both : right).map((other): [string, string] => [one, other]),
  );
  const same = both.map((label): [string, string] => [label, label]);
  return left.length + right.length === 0 ? same : [...same, ...crossed];
}

/**
 * Counts, over every two readings and every unit, which label met which: the same label, another, or
 * nobody's mark. Each cell names its units, in text order, so that it leads to its places. Sorted by
 * row, then column, nobody last.
 */
export function labelMatrix(units: readonly ComparedUnit[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const unit of units)
    for (let first = 0; first < unit.stands.length; first++)
      for (let second = first + 1; second < unit.stands.length; second++)
        for (const pair of meetingsOf(labelsOf(unit, first), labelsOf(unit, second))) {
          const [row, column] = pair[1] !== null && pair[1] < pair[0] ? [pair[1], pair[0]] : pair;
          const key = JSON.stringify([row, column]);
          const cell = cells.get(key) ?? { row, column, count: 0, units: [] };
          cells.set(key, cell);
          cell.count++;
          if (cell.units.at(-1) !== unit.id) cell.units.push(unit.id);
        }
  return [...cells.values()].sort((one, other) => {
    if (one.row !== other.row) return one.row < other.row ? -1 : 1;
    if (one.column === null || other.column === null)
      return Number(one.column === null) - Number(other.column === null);
    return one.column < other.column ? -1 : 1;
  });
}
