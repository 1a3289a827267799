import { alphaOf } from '@/lib/agreement/coding/alpha';
import { setCoincidences } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import { setDistances, setMeasures } from '@/lib/agreement/coding/set-distance';
import type { Figure } from '@/lib/agreement/figure';
import { unknown } from '@/lib/agreement/figure';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { alphaU, alphaUDisagreement, alphaUOfLabel } from '@/lib/agreement/unitizing/alpha-u';
import { cuAlpha, cuVariants, kuAlpha, kuCoverage } from '@/lib/agreement/unitizing/cu-alpha';
import { labelRuns } from '@/lib/agreement/unitizing/label-runs';
import { labelStatistics, pooledUAlpha } from '@/lib/agreement/unitizing/label-statistics';
import { sweepUnits } from '@/lib/agreement/unitizing/sweep-units';
import { uAlpha } from '@/lib/agreement/unitizing/u-alpha';
import { uAlphaBinary } from '@/lib/agreement/unitizing/u-alpha-binary';
import type { UnitizingStatistics } from '@/lib/agreement/unitizing/unitizing-statistics';
import type { Answering } from './answer';
import { wordParameter } from './answer';
import type { CaseCheck, InputOf } from './reference-case';

type Data = { document: AnnotatedDocument; labels: readonly string[] };

/** The case in numbers, its text from 0; only one label’s units where the check asks so. */
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

/** A measure of the check’s label; a check without one asks for no label’s figure. */
const ofLabel =
  (figureOf: (statistics: UnitizingStatistics, label: number, check: CaseCheck) => Figure) =>
  ({ document, labels }: Data, check: CaseCheck): Figure => {
    const label = labels.findIndex((one) => one === check.params.category);
    return label === -1
      ? unknown('nobody used that label, or none was named')
      : figureOf(sweepUnits(document, labels.length), label, check);
  };

const statisticsOf = ({ document, labels }: Data) => sweepUnits(document, labels.length);

const measures: Record<string, (data: Data, check: CaseCheck) => Figure> = {
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

/** Krippendorff’s measures of spans in one text. */
export const unitizingAnswers: Answering = ({ input }, check) => {
  const measure = measures[check.measure];
  if (input.kind !== 'unitizing' || measure === undefined) return null;
  return measure(dataOf(input, check), check);
};
