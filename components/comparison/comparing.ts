import { compareReadings } from '@/lib/agreement/comparison/compare-readings';
import type { ComparedUnit } from '@/lib/agreement/comparison/compared-unit';
import type { Heat } from '@/lib/agreement/comparison/heat';
import { heatOf } from '@/lib/agreement/comparison/heat';
import type { MatrixCell } from '@/lib/agreement/comparison/label-matrix';
import { labelMatrix } from '@/lib/agreement/comparison/label-matrix';
import type { Reading } from '@/lib/agreement/comparison/mark';
import { partingPairs, standKey } from '@/lib/agreement/comparison/stand-key';
import type { Pairing } from '@/lib/agreement/comparison/pairing';
import { pairMarks } from '@/lib/agreement/comparison/pairing';

/** A unit with what its list and its filters ask of it again and again. */
export type ListedUnit = ComparedUnit & {
  /** At how many pairs of readings it parts. */
  parting: number;
  /** The stands as strings, equal where two readings agree. */
  keys: readonly string[];
  labels: ReadonlySet<string>;
};

/** Readings laid beside each other. */
export type Compared<One extends Reading = Reading> = {
  readings: readonly One[];
  units: readonly ListedUnit[];
  heat: readonly Heat[];
  matrix: readonly MatrixCell[];
};

/** How two readings were paired, as long as they are there: a reading that comes on again costs nothing. */
const paired = new WeakMap<Reading, WeakMap<Reading, Pairing>>();

function pairingOf(one: Reading, other: Reading): Pairing {
  const known = paired.get(one) ?? new WeakMap<Reading, Pairing>();
  paired.set(one, known);
  const pairing = known.get(other) ?? pairMarks(one.marks, other.marks);
  known.set(other, pairing);
  return pairing;
}

/**
 * Compares readings, calling `breathe` now and then and going on once that is done, so that the page
 * answers meanwhile. Rejects where `breathe` does.
 */
export async function compare<One extends Reading>(
  readings: readonly One[],
  breathe: () => Promise<void>,
): Promise<Compared<One>> {
  const met = [];
  for (const [first, one] of readings.entries()) {
    for (let second = first + 1; second < readings.length; second++) {
      const other = readings[second];
      if (other !== undefined) met.push({ first, second, pairing: pairingOf(one, other) });
    }
    await breathe();
  }
  const units = compareReadings(readings, met).map((unit) => ({
    ...unit,
    parting: partingPairs(unit),
    keys: unit.stands.map(standKey),
    labels: new Set(unit.stands.flatMap(({ marks }) => marks.map(({ label }) => label))),
  }));
  await breathe();
  return { readings, units, heat: heatOf(readings), matrix: labelMatrix(units) };
}
