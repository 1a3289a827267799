import type { ComparedUnit } from './compared-unit';
import type { Mark, Reading } from './mark';
import { hullOf, inTextOrder } from './mark';
import { pairMarks } from './pairing';
import type { Met } from './parting';
import { partingOf } from './parting';

/** Every two of the readings, paired. */
export function pairReadings(readings: readonly Reading[]): Met[] {
  return readings.flatMap((one, first) =>
    readings.slice(first + 1).map((other, after) => ({
      first,
      second: first + 1 + after,
      pairing: pairMarks(one.marks, other.marks),
    })),
  );
}

/** For every mark the group of those that it is linked with, however far around. */
function gather(marks: readonly Mark[], met: readonly Met[]): Mark[][] {
  const above = new Map<Mark, Mark>();
  const rootOf = (mark: Mark): Mark => {
    let at = mark;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      // Halves the way for those who come after: without it a row of links takes quadratic time.
      const beyond = above.get(next);
      if (beyond !== undefined) above.set(at, beyond);
      at = next;
    }
    return at;
  };
  for (const { pairing } of met)
    for (const { one, other } of pairing.links) {
      const [first, second] = [rootOf(one), rootOf(other)];
      if (first !== second) above.set(second, first);
    }
  const groups = new Map<Mark, Mark[]>();
  for (const mark of marks) {
    const root = rootOf(mark);
    const group = groups.get(root);
    if (group) group.push(mark);
    else groups.set(root, [mark]);
  }
  return [...groups.values()];
}

/**
 * Lays readings of one text beside each other: the passages of which they speak, in text order, and
 * how they part at each. Every mark is in exactly one unit; marks of several readings share one when
 * any two of the readings pair them (see `pairMarks`). Which reading comes first decides only the
 * order of the stands. `met` is `pairReadings(readings)`, where it is known already.
 */
export function compareReadings(
  readings: readonly Reading[],
  met: readonly Met[] = pairReadings(readings),
): ComparedUnit[] {
  const placeOf = new Map<Mark, number>();
  for (const [at, { marks }] of readings.entries()) for (const mark of marks) placeOf.set(mark, at);
  const units = gather([...placeOf.keys()], met).map((group): ComparedUnit => {
    const stands = readings.map(({ layerId }) => ({ layerId, marks: [] as Mark[] }));
    const [first, ...rest] = group.sort(inTextOrder);
    for (const mark of group) stands[placeOf.get(mark) ?? -1]?.marks.push(mark);
    return {
      id: rest.reduce((least, { id }) => (id < least ? id : least), first?.id ?? ''),
      start: first === undefined ? 0 : hullOf(first).start,
      end: Math.max(...group.map((mark) => hullOf(mark).end)),
      kinds: partingOf(stands, met),
      stands,
    };
  });
  return units.sort(
    (one, other) => one.start - other.start || one.end - other.end || (one.id < other.id ? -1 : 1),
  );
}
