import { mergedUnits } from '@/lib/agreement/annotated-document';
import { sweepUnits } from './unitizing-statistics';
import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { Disagreement } from './u-alpha';
import { disagreement } from './u-alpha';
import type { UnitizingStatistics } from './unitizing-statistics';

/**
 * What uα is computed from, for each label on a continuum of its own: five numbers a label, which
 * are ℓ of unmarked–unmarked, unmarked–marked and marked–marked, then T of gaps and units. Adds up
 * over documents.
 */
type LabelStatistics = {
  readonly labels: number;
  readonly documents: number;
  readonly numbers: Float64Array;
};

/** The number of values of a label in `LabelStatistics`. */
export const numbersPerLabel = 5;

/**
 * The statistics of one document by label; an annotator’s units may overlap, those of the same
 * label are merged.
 */
export function labelStatistics(document: AnnotatedDocument, labels: number): LabelStatistics {
  const numbers = new Float64Array(numbersPerLabel * labels);
  const { annotators, length } = document;
  if (annotators < 2) return { labels, documents: 0, numbers };
  const byLabel = new Map<number, Unit[]>();
  for (const unit of mergedUnits(document.units)) {
    const units = byLabel.get(unit.label);
    if (units === undefined) byLabel.set(unit.label, [{ ...unit, label: 0 }]);
    else units.push({ ...unit, label: 0 });
  }
  for (let label = 0; label < labels; label++) {
    const units = byLabel.get(label);
    const row = label * numbersPerLabel;
    if (units === undefined) {
      numbers[row] = annotators * length;
      numbers[row + 3] = annotators * length;
      continue;
    }
    const { coincidences, repeats } = sweepUnits({ length, annotators, units }, 1);
    numbers.set([coincidences[0] ?? 0, coincidences[1] ?? 0, coincidences[3] ?? 0], row);
    numbers.set(repeats, row + 3);
  }
  return { labels, documents: 1, numbers };
}

/**
 * The sum of the statistics of documents. Throws a RangeError where their numbers of labels differ.
 */
export function addLabelStatistics(
  all: Iterable<LabelStatistics>,
  labels: number,
): LabelStatistics {
  const numbers = new Float64Array(numbersPerLabel * labels);
  let documents = 0;
  for (const one of all) {
    if (one.labels !== labels) throw new RangeError(`${one.labels} labels, not ${labels}`);
    documents += one.documents;
    for (const [at, value] of one.numbers.entries()) numbers[at] = (numbers[at] ?? 0) + value;
  }
  return { labels, documents, numbers };
}

function ofLabel({ documents, numbers }: LabelStatistics, label: number): UnitizingStatistics {
  const row = label * numbersPerLabel;
  const [neither = 0, one = 0, both = 0, gaps = 0, units = 0] = numbers.subarray(row, row + 5);
  return {
    labels: 1,
    documents,
    overlapping: 0,
    coincidences: Float64Array.of(neither, one, one, both),
    repeats: Float64Array.of(gaps, units),
    covered: new Float64Array(1),
    coveredTogether: new Float64Array(1),
  };
}

/**
 * The label’s disagreement, D_o and D_e of its own continuum; both are 0 for a label that nobody
 * used.
 */
export function labelDisagreement(statistics: LabelStatistics, label: number): Disagreement {
  return disagreement(ofLabel(statistics, label), () => true);
}

const noPair = 'no document has two annotators';

/** uα of one label: annotated with it or not. */
export function labelUAlpha(statistics: LabelStatistics, label: number): Figure {
  if (statistics.documents === 0) return unknown(noPair);
  const { observed, expected } = labelDisagreement(statistics, label);
  return overChance(observed, expected, 'the label is nowhere, or everywhere');
}

/**
 * Pooled uα by label: 1 − Σ D_o / Σ D_e over the labels, as αU is pooled over categories. A
 * definition of Parallax for overlapping annotations, not of the paper; labels that nobody used
 * drop out.
 */
export function pooledUAlpha(statistics: LabelStatistics): Figure {
  if (statistics.documents === 0) return unknown(noPair);
  let [observed, expected] = [0, 0];
  for (let label = 0; label < statistics.labels; label++) {
    const of = labelDisagreement(statistics, label);
    observed += of.observed;
    expected += of.expected;
  }
  return overChance(observed, expected, 'each label is nowhere, or everywhere');
}
