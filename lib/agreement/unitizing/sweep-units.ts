import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { UnitizingStatistics } from './unitizing-statistics';
import { noStatistics } from './unitizing-statistics';

/**
 * Begins and ends in order of their place, at one place ends first: a number n is the end of unit n, n + units
 * its begin. Places are whole numbers.
 */
export function boundaries(units: readonly Unit[]): Float64Array {
  const count = units.length;
  const keys = new Float64Array(2 * count);
  let at = 0;
  for (const { begin, end } of units) {
    keys[at] = end * 2 * count + at;
    keys[at + count] = begin * 2 * count + count + at;
    at++;
  }
  keys.sort();
  for (at = 0; at < keys.length; at++) keys[at] = (keys[at] ?? 0) % (2 * count);
  return keys;
}

/** For each two annotators, how long they bear which values together; told whenever one of the two changes. */
function createPairs(annotators: number, labels: number) {
  const values = labels + 1;
  const lengths = new Float64Array(values * values);
  const value = new Int32Array(annotators);
  /** By two annotators: since when nothing has changed, and how much of the one’s unit the other marked. */
  const since = new Float64Array(annotators * annotators);
  const shared = new Float64Array(annotators * annotators);

  /** Tells what `one` and all others have borne up to here. */
  const record = (one: number, position: number) => {
    const c = value[one] ?? 0;
    for (let other = 0; other < annotators; other++) {
      if (other === one) continue;
      const pair = one * annotators + other;
      const width = position - (since[pair] ?? 0);
      if (width === 0) continue;
      const back = other * annotators + one;
      since[pair] = position;
      since[back] = position;
      const k = value[other] ?? 0;
      lengths[c * values + k] = (lengths[c * values + k] ?? 0) + width;
      lengths[k * values + c] = (lengths[k * values + c] ?? 0) + width;
      if (c === 0 || k === 0) continue;
      shared[pair] = (shared[pair] ?? 0) + width;
      shared[back] = (shared[back] ?? 0) + width;
    }
  };
  /** The squares of what each other annotator marked of the unit that ends. */
  const squares = (one: number): number => {
    let sum = 0;
    for (let pair = one * annotators; pair < (one + 1) * annotators; pair++) {
      sum += (shared[pair] ?? 0) ** 2;
      shared[pair] = 0;
    }
    return sum;
  };
  return { lengths, value, record, squares };
}

/**
 * The statistics of one document, in one sweep over its boundaries. Units lie within the document and
 * have a label below `labels`; empty ones carry nothing. Silent annotators count as they are in
 * `annotators`. Where an annotator’s units overlap the document is only counted as such.
 */
export function sweepUnits(document: AnnotatedDocument, labels: number): UnitizingStatistics {
  const { annotators, length } = document;
  const none = noStatistics(labels);
  if (annotators < 2) return none;
  const units = document.units.filter(({ begin, end }) => begin < end);
  const { repeats, covered, coveredTogether } = none;
  const { lengths, value, record, squares } = createPairs(annotators, labels);
  const others = annotators - 1;
  // How much two or more marked at once, up to here, and up to where each annotator’s unit began.
  let [together, marking, position] = [0, 0, 0];
  const before = new Float64Array(annotators);
  repeats[0] = annotators * length;
  for (const key of boundaries(units)) {
    const isBegin = key >= units.length;
    const unit = units[isBegin ? key - units.length : key];
    if (unit === undefined) break;
    const { annotator, label, begin, end } = unit;
    const here = isBegin ? begin : end;
    if (marking > 1) together += here - position;
    position = here;
    record(annotator, here);
    if (isBegin) {
      if (value[annotator] !== 0) return { ...noStatistics(labels), overlapping: 1 };
      before[annotator] = together;
      value[annotator] = label + 1;
      marking++;
    } else {
      const size = end - begin;
      repeats[0] -= size;
      repeats[label + 1] = (repeats[label + 1] ?? 0) + size ** 2;
      covered[label] = (covered[label] ?? 0) + squares(annotator) / others;
      coveredTogether[label] =
        (coveredTogether[label] ?? 0) + (together - (before[annotator] ?? 0)) ** 2;
      value[annotator] = 0;
      marking--;
    }
  }
  for (let annotator = 0; annotator < annotators; annotator++) record(annotator, length);
  return { ...none, documents: 1, coincidences: lengths.map((sum) => sum / others) };
}
