import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';

/**
 * What the coefficients of Krippendorff, Mathet, Bouvry & Widlöcher (2016) are computed from. Adds
 * up over documents, so that a corpus is the sum of its documents, each with its own annotators.
 * Value 0 is unmarked, value l + 1 is label l.
 */
export type UnitizingStatistics = {
  readonly labels: number;
  /** The number of documents; those with fewer than two annotators do not count. */
  readonly documents: number;
  /**
   * The number of documents left out because units of one annotator overlap: the family is not
   * defined for these.
   */
  readonly overlapping: number;
  /** ℓ of eq. 1, (labels + 1)² lengths row by row; symmetric. */
  readonly coincidences: Float64Array;
  /** T of eq. 4 by value: squares of the units’ lengths, plain lengths of gaps. */
  readonly repeats: Float64Array;
  /** G of eq. 10 by label: squares of what each other annotator covers of a unit, over m − 1. */
  readonly covered: Float64Array;
  /**
   * G by label as the 2019 book’s eq. 36–38 are interpreted: squares of what the others cover
   * together.
   */
  readonly coveredTogether: Float64Array;
};

/** The statistics of no document. */
export function noStatistics(labels: number): UnitizingStatistics {
  return {
    labels,
    documents: 0,
    overlapping: 0,
    coincidences: new Float64Array((labels + 1) ** 2),
    repeats: new Float64Array(labels + 1),
    covered: new Float64Array(labels),
    coveredTogether: new Float64Array(labels),
  };
}

function add(to: Float64Array, from: Float64Array): void {
  for (const [at, value] of from.entries()) to[at] = (to[at] ?? 0) + value;
}

/**
 * The sum of the statistics of documents. Throws a RangeError where their numbers of labels differ.
 */
export function addStatistics(
  all: Iterable<UnitizingStatistics>,
  labels: number,
): UnitizingStatistics {
  const sum = noStatistics(labels);
  let [documents, overlapping] = [0, 0];
  for (const one of all) {
    if (one.labels !== labels) throw new RangeError(`${one.labels} labels, not ${labels}`);
    documents += one.documents;
    overlapping += one.overlapping;
    add(sum.coincidences, one.coincidences);
    add(sum.repeats, one.repeats);
    add(sum.covered, one.covered);
    add(sum.coveredTogether, one.coveredTogether);
  }
  return { ...sum, documents, overlapping };
}

/**
 * Why no coefficient of the family is defined for these documents, as a sentence; null where one
 * is.
 */
export function whyNoFigure({ documents, overlapping }: UnitizingStatistics): string | null {
  if (overlapping > 0)
    return 'spans of one annotator overlap, which only the figures by label, α over sets and γ allow';
  return documents > 0 ? null : 'no document has two annotators';
}

/**
 * Begins and ends sorted by position, ends first at the same position: a number n is the end of
 * unit n, n + units its begin. Positions are integers.
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

/**
 * For each pair of annotators, the length over which they have which values together; recorded
 * whenever one of the two changes.
 */
function createPairs(annotators: number, labels: number) {
  const values = labels + 1;
  const lengths = new Float64Array(values * values);
  const value = new Int32Array(annotators);
  /**
   * By pair of annotators: the position of the last change, and the length of the first’s unit that
   * the other covers.
   */
  const since = new Float64Array(annotators * annotators);
  const shared = new Float64Array(annotators * annotators);

  /** Records the values of `one` beside those of all others up to this position. */
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
  /** The squares of what each other annotator covers of the unit that ends. */
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
 * The statistics of one document, in one sweep over its boundaries. Units lie within the document
 * and have a label below `labels`; empty ones are skipped. Annotators without units count, since
 * `annotators` includes them. A document in which an annotator’s units overlap is only counted in
 * `overlapping`.
 */
export function sweepUnits(document: AnnotatedDocument, labels: number): UnitizingStatistics {
  const { annotators, length } = document;
  const none = noStatistics(labels);
  if (annotators < 2) return none;
  const units = document.units.filter(({ begin, end }) => begin < end);
  const { repeats, covered, coveredTogether } = none;
  const { lengths, value, record, squares } = createPairs(annotators, labels);
  const others = annotators - 1;
  // The length that two or more cover at once, up to here, and up to where each annotator’s unit
  // began.
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
