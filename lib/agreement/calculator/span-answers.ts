import { numberParameter, wordParameter } from './reference-case';
import { alphaOf } from '@/lib/agreement/coding/krippendorff-alpha';
import { sweepUnits } from '@/lib/agreement/unitizing/unitizing-statistics';
import { characterCounts, tokenCounts } from '@/lib/agreement/f1/character-counts';
import type { Labelling, AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import {
  f1Of,
  sumCounts,
  exactCounts,
  overlapCounts,
  partialCounts,
} from '@/lib/agreement/f1/span-counts';
import type { TwoByTwo } from '@/lib/agreement/f1/two-by-two';
import { cohenKappaTwoByTwo, f1FromTwoByTwo } from '@/lib/agreement/f1/two-by-two';
import type { Figure } from '@/lib/agreement/figure';
import { known, unknown } from '@/lib/agreement/figure';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import type { CaseCheck, InputOf, Answer, Answering } from './reference-case';
import {
  setCoincidences,
  setDistances,
  setMeasures,
} from '@/lib/agreement/coding/krippendorff-alpha-sets';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { alphaU, alphaUDisagreement, alphaUOfLabel } from '@/lib/agreement/unitizing/alpha-u';
import { labelRuns } from '@/lib/agreement/unitizing/label-runs';
import { labelStatistics, pooledUAlpha } from '@/lib/agreement/unitizing/label-statistics';
import {
  uAlpha,
  cuAlpha,
  cuVariants,
  kuAlpha,
  kuCoverage,
  uAlphaBinary,
} from '@/lib/agreement/unitizing/u-alpha';
import type { UnitizingStatistics } from '@/lib/agreement/unitizing/unitizing-statistics';

type Document = InputOf<'spans'>['documents'][number];
type Count = (
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  by: Labelling,
) => SpanCounts;

const measures: Record<string, Count> = {
  f1_exact: exactCounts,
  f1_overlap: overlapCounts,
  f1_char: characterCounts,
  semeval_si: partialCounts,
};

function spansAnswer(documents: Document[], { measure, params }: CaseCheck): Answer | null {
  const labelling: Labelling = params.labels === true ? 'by label' : 'any label';
  if (measure === 'f1_token') {
    if (documents.some(({ tokens }) => tokens === undefined))
      return unknown('a document has no tokens');
    const counts = documents.map(({ a, b, tokens }) => tokenCounts(a, b, tokens ?? [], labelling));
    return { value: f1Of(sumCounts(counts)) };
  }
  const count = measures[measure];
  if (count === undefined) return null;
  if (measure === 'semeval_si' && params.merge === false)
    return unknown('without merging, a share of a span could exceed 1');
  return { value: f1Of(sumCounts(documents.map(({ a, b }) => count(a, b, labelling)))) };
}

function twoByTwoAnswer(tables: TwoByTwo[], check: CaseCheck): Answer | null {
  const table = tables[numberParameter(check, 'table', 0)];
  if (table === undefined) return unknown('there is no such table');
  if (check.measure === 'f1_from_2x2') return f1FromTwoByTwo(table);
  return check.measure === 'cohen_kappa_2x2' ? cohenKappaTwoByTwo(table) : null;
}

function bootstrapAnswer(input: InputOf<'bootstrap'>, check: CaseCheck): Answer | null {
  if (check.measure !== 'bootstrap_percentile_ci') return null;
  const counts = input.documents.map(({ tp, fp, fn }) => ({
    foundA: tp,
    ofA: tp + fp,
    foundB: tp,
    ofB: tp + fn,
  }));
  const figureOf = (chosen: ArrayLike<number>): Figure =>
    known(
      f1Of(sumCounts(Array.from(chosen, (at) => counts[at]).filter((one) => one !== undefined))).f1,
    );
  const level = numberParameter(check, 'level', 0.95);
  const { interval, reason } = percentileBootstrap(counts.length, figureOf, {
    level,
    resamples: input.resamples,
  });
  if (interval === null) return unknown(reason);
  const point = f1Of(sumCounts(counts)).f1;
  return { value: { point, lower: interval.low, upper: interval.high, mean: interval.mean } };
}

/**
 * Computes the measures of two sides’ spans, of a two-by-two table, and of a bootstrap with given
 * draws.
 */
export const spanAnswers: Answering = ({ input }, check) => {
  if (input.kind === 'spans') return spansAnswer(input.documents, check);
  if (input.kind === '2x2') return twoByTwoAnswer(input.tables, check);
  return input.kind === 'bootstrap' ? bootstrapAnswer(input, check) : null;
};

type Data = { document: AnnotatedDocument; labels: readonly string[] };

/**
 * The case in numbers, its text starting at 0; with `onlyCategory`, the units of one label only.
 */
function dataOf(input: InputOf<'unitizing'>, { params }: CaseCheck): Data {
  const labels = [...new Set(input.units.map(({ category }) => category))];
  const { onlyCategory } = params;
  const units = input.units
    .filter(({ category }) => onlyCategory === undefined || category === onlyCategory)
    .map(({ annotator, begin, end, category }) => ({
      annotator: input.annotators.indexOf(annotator),
      begin: begin - input.begin,
      end: end - input.begin,
      label: labels.indexOf(category),
    }));
  return { document: { length: input.length, annotators: input.annotators.length, units }, labels };
}

/** A measure of the label that the check names; not defined for a check without a label. */
const ofLabel =
  (figureOf: (statistics: UnitizingStatistics, label: number, check: CaseCheck) => Figure) =>
  ({ document, labels }: Data, check: CaseCheck): Figure => {
    const label = labels.findIndex((one) => one === check.params.category);
    return label === -1
      ? unknown('nobody used that label, or no label was given')
      : figureOf(sweepUnits(document, labels.length), label, check);
  };

const statisticsOf = ({ document, labels }: Data) => sweepUnits(document, labels.length);

const unitizingMeasures: Record<string, (data: Data, check: CaseCheck) => Figure> = {
  alpha_u_1995: ({ document, labels }, { params }) => {
    const found = alphaUDisagreement(document, labels.length);
    if (params.category === undefined) return alphaU(found);
    return alphaUOfLabel(
      found,
      labels.findIndex((one) => one === params.category),
    );
  },
  u_alpha: (data) => uAlpha(statisticsOf(data)),
  u_alpha_binary: (data) => uAlphaBinary(statisticsOf(data)),
  cu_alpha: (data, check) =>
    cuAlpha(statisticsOf(data), wordParameter(check, 'variant', cuVariants)),
  ku_alpha: ofLabel((statistics, label, check) =>
    kuAlpha(statistics, label, wordParameter(check, 'variant', cuVariants)),
  ),
  ku_coverage: ofLabel(kuCoverage),
  u_alpha_pooled: ({ document, labels }) => pooledUAlpha(labelStatistics(document, labels.length)),
  char_alpha_sets: ({ document }, check) =>
    alphaOf(
      setCoincidences(labelRuns(document)),
      setDistances[wordParameter(check, 'distance', setMeasures)],
    ),
};

/** Computes Krippendorff’s measures of the spans in one text. */
export const unitizingAnswers: Answering = ({ input }, check) => {
  const measure = unitizingMeasures[check.measure];
  if (input.kind !== 'unitizing' || measure === undefined) return null;
  return measure(dataOf(input, check), check);
};
