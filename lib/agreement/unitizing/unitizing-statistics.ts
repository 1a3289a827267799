/**
 * What the coefficients of Krippendorff, Mathet, Bouvry & Widlöcher (2016) are computed from. Sums over
 * documents, so that a corpus is the sum of its documents, each with the annotators it has. Value 0 is
 * unmarked, value l + 1 is label l.
 */
export type UnitizingStatistics = {
  readonly labels: number;
  /** How many documents are in it; one with fewer than two annotators is in none. */
  readonly documents: number;
  /** How many more were left out, as units of one annotator overlap there: the family is not defined for these. */
  readonly overlapping: number;
  /** ℓ of eq. 1, (labels + 1)² lengths row by row; symmetric. */
  readonly coincidences: Float64Array;
  /** T of eq. 4 by value: squares of the units’ lengths, plain lengths of gaps. */
  readonly repeats: Float64Array;
  /** G of eq. 10 by label: squares of what each other annotator covers of a unit, over m − 1. */
  readonly covered: Float64Array;
  /** G by label as the 2019 book’s eq. 36–38 are read: squares of what the others cover together. */
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

/** The statistics of all these documents together. Throws a RangeError where their labels are not as many. */
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

/** Why no coefficient of the family can be said of these documents, in words; null where one can. */
export function whyNoFigure({ documents, overlapping }: UnitizingStatistics): string | null {
  if (overlapping > 0)
    return 'marks of one annotator overlap, which only the figures by label, α over sets and γ allow';
  return documents > 0 ? null : 'no document was read by two annotators';
}
