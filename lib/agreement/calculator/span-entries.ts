import { alphaOf } from '@/lib/agreement/coding/krippendorff-alpha';
import { concatenated, asOneLabel, ofAnnotators } from '@/lib/agreement/annotated-document';
import { setCoincidences, setDistances } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import { sumCoincidences } from '@/lib/agreement/coding/coincidences';
import type { Figure } from '@/lib/agreement/figure';
import { unknown } from '@/lib/agreement/figure';
import type { IntervalOrReason } from '@/lib/agreement/percentile-bootstrap';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import { alphaU, alphaUDisagreement } from '@/lib/agreement/unitizing/alpha-u';
import { labelRuns } from '@/lib/agreement/unitizing/label-runs';
import {
  addLabelStatistics,
  labelStatistics,
  labelUAlpha,
  pooledUAlpha,
} from '@/lib/agreement/unitizing/label-statistics';
import { uAlpha, cuAlpha, cuCoverage } from '@/lib/agreement/unitizing/u-alpha';
import { addStatistics, sweepUnits } from '@/lib/agreement/unitizing/unitizing-statistics';
import type { Entry } from './report';
import type { ReadDocument, SpanData } from './span-data';
import type { SpanF1 } from './span-pairs';
import { meanPairF1, pairCounts } from './span-pairs';

type Drawn = (chosen: ArrayLike<number>) => Figure;

/**
 * A figure with its interval: `figureOf` is called for all documents, and for each draw of them.
 */
function withInterval(
  documents: number,
  figureOf: Drawn,
): Pick<Entry, 'figure' | 'interval' | 'intervalReason'> {
  const figure = figureOf(Array.from({ length: documents }, (_, at) => at));
  if (figure.value === null) return { figure, interval: null };
  const drawn: IntervalOrReason = percentileBootstrap(documents, figureOf);
  return drawn.interval === null
    ? { figure, interval: null, intervalReason: drawn.reason }
    : { figure, interval: drawn.interval };
}

const chosenOf = <T>(all: readonly T[], chosen: ArrayLike<number>): T[] =>
  Array.from(chosen, (at) => all[at]).filter((one) => one !== undefined);

const timesOf = (documents: number, chosen: ArrayLike<number>): Int32Array => {
  const times = new Int32Array(documents);
  for (let at = 0; at < chosen.length; at += 1)
    times[chosen[at] ?? 0] = (times[chosen[at] ?? 0] ?? 0) + 1;
  return times;
};

const f1Labels: Record<SpanF1, [string, string]> = {
  semeval_si: [
    'Mean pairwise F1, partial credit (SemEval-2020)',
    'How much of each other’s spans do two annotators match?',
  ],
  f1_exact: [
    'Mean pairwise F1, exact',
    'How many spans have exactly the same offsets and label by both annotators?',
  ],
  f1_overlap: [
    'Mean pairwise F1, overlap',
    'How many spans overlap a span of the other with the same label, however little?',
  ],
  f1_char: [
    'Mean pairwise F1, characters',
    'How many of the annotated characters have the same label by both?',
  ],
};

/** αU is defined on one continuum, so all documents must have the same annotators. */
function alphaUOf(documents: readonly ReadDocument[], labels: number): Figure {
  const order = documents[0]?.annotators;
  if (order === undefined) return unknown('no document has two annotators');
  const isSame = documents.every(
    ({ annotators }) =>
      annotators.length === order.length && order.every((one) => annotators.includes(one)),
  );
  if (!isSame) return unknown('not all documents have the same annotators');
  const aligned = documents.map(({ annotators, marked }) =>
    ofAnnotators(
      marked,
      order.map((one) => annotators.indexOf(one)),
    ),
  );
  return alphaU(alphaUDisagreement(concatenated(aligned), labels));
}

/** All figures of agreement for spans, over documents with two annotators or more. */
export function spanEntries(data: SpanData, documents: readonly ReadDocument[]): Entry[] {
  const [labels, n] = [data.labels.length, documents.length];
  const base = { params: {}, n, of: 'document', interval: null } as const;
  const byLabel = documents.map(({ marked }) => labelStatistics(marked, labels));
  const merged = documents.map(({ marked }) => sweepUnits(asOneLabel(marked), 1));
  const whole = documents.map(({ marked }) => sweepUnits(marked, labels));
  const sets = documents.map(({ marked }) => setCoincidences(labelRuns(marked)));
  const together = addStatistics(whole, labels);
  const summed = sumCoincidences(sets);
  const { value: coverage } = cuCoverage(together);
  const f1s = (Object.keys(f1Labels) as SpanF1[]).map((measure): Entry => {
    const counts = pairCounts({ ...data, documents }, measure);
    const [title, answers] = f1Labels[measure];
    const figureOf: Drawn = (chosen) => meanPairF1(counts, timesOf(n, chosen));
    return {
      ...base,
      measure,
      title,
      answers,
      params: measure === 'semeval_si' ? { merge: 'per label' } : {},
      ...withInterval(n, figureOf),
    };
  });
  return [
    {
      ...base,
      measure: 'u_alpha_pooled',
      title: 'uα, pooled over labels',
      answers:
        'Do annotators give the same text the same label more than by chance? Overlaps allowed.',
      ...withInterval(n, (chosen) =>
        pooledUAlpha(addLabelStatistics(chosenOf(byLabel, chosen), labels)),
      ),
    },
    ...data.labels.map((label, at): Entry => ({
      ...base,
      measure: 'u_alpha',
      params: { onlyCategory: label },
      title: `uα of “${label}”`,
      answers: 'The same, of this label alone.',
      ...withInterval(n, (chosen) =>
        labelUAlpha(addLabelStatistics(chosenOf(byLabel, chosen), labels), at),
      ),
    })),
    {
      ...base,
      measure: 'u_alpha_binary',
      title: '|uα, annotated or not',
      answers: 'Do they agree on what to annotate, whatever its label?',
      ...withInterval(n, (chosen) => uAlpha(addStatistics(chosenOf(merged, chosen), 1))),
    },
    {
      ...base,
      measure: 'u_alpha',
      title: 'uα (2016)',
      answers: 'The same as pooled uα, where nobody’s own spans overlap.',
      figure: uAlpha(together),
    },
    {
      ...base,
      measure: 'cu_alpha',
      params: { variant: 'eq10' },
      title: 'cuα, labels where two annotated',
      answers: `Where two annotated the same text, do they give it the same label?${coverage === null ? '' : ` It covers ${(100 * coverage).toFixed(1)} % of the text.`}`,
      figure: cuAlpha(together),
    },
    {
      ...base,
      measure: 'alpha_u_1995',
      title: 'αU (1995/2004)',
      answers:
        'Do they divide the text into the same spans? Distances of boundaries count by their square.',
      figure: alphaUOf(documents, labels),
    },
    ...f1s,
    ...(['jaccard', 'masi'] as const).map((distance): Entry => ({
      ...base,
      measure: 'char_alpha_sets',
      params: { distance },
      title: `α of characters, label sets by ${distance === 'jaccard' ? 'Jaccard' : 'MASI'}`,
      answers:
        'Does each character have the same set of labels? Partial overlap of sets counts partly.',
      figure: alphaOf(summed, setDistances[distance]),
    })),
  ];
}
