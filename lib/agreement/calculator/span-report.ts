import type { Figure } from '@/lib/agreement/figure';
import { unknown } from '@/lib/agreement/figure';
import { gamma } from '@/lib/agreement/gamma/gamma';
import {
  annotatorPairs,
  meanPairwiseGamma,
  maxAtOnce,
} from '@/lib/agreement/gamma/mean-pairwise-gamma';
import type { Entry, Report } from './report';
import { counted, pairMatrix, prevalenceOf } from './report';
import type { ReadDocument, SpanData } from './span-data';
import { spanEntries } from './span-entries';
import { pairCounts, pairF1 } from './span-pairs';

/** With more units γ would block the page for minutes. */
const maxUnits = 3_000;

async function figuresOf(documents: readonly ReadDocument[]): Promise<[Figure, Figure | null]> {
  const marked = documents.map((document) => document.marked);
  const units = marked.reduce((sum, { units: of }) => sum + of.length, 0);
  if (units > maxUnits)
    return [unknown(`γ of ${units.toLocaleString('en')} spans takes too long here`), null];
  if (marked.every(({ annotators }) => annotators <= maxAtOnce)) {
    const found = await gamma(marked);
    return [found.gamma, found.gammaCat];
  }
  const read = documents.map((one) => ({ document: one.marked, people: one.annotators }));
  return [(await meanPairwiseGamma(annotatorPairs(read))).mean, null];
}

/**
 * γ of Mathet et al. and γcat, over documents with two annotators or more, with the same sampler as
 * a project’s agreement. Where a document has more than three annotators it is the mean γ of all
 * pairs, since the exact γ of all at once is not feasible.
 */
export async function gammaEntries({ documents }: SpanData): Promise<Entry[]> {
  const read = documents.filter(({ annotators }) => annotators.length > 1);
  const [whole, labels] = await figuresOf(read);
  const isTogether = read.every(({ annotators }) => annotators.length <= maxAtOnce);
  const base = {
    params: { alpha: 1, beta: 1, deltaEmpty: 1, sampler: 'statistical', precision: 0.02 },
    interval: null,
    n: read.length,
    of: 'document',
  };
  const entries: Entry[] = [
    {
      ...base,
      measure: isTogether ? 'gamma' : 'gamma_mean_pairwise',
      title: isTogether ? 'γ (Mathet et al. 2015)' : 'Mean γ of all pairs (Mathet et al. 2015)',
      answers:
        'Do spans have the same position and label? Near misses count partly; overlaps and nesting are allowed.',
      figure: whole,
    },
  ];
  if (labels !== null)
    entries.push({
      ...base,
      measure: 'gamma_cat',
      title: 'γcat (Mathet 2017)',
      answers: 'Where γ aligns two spans, do they have the same label?',
      figure: labels,
    });
  return entries;
}

/**
 * The report on spans. Documents with a single annotator are mentioned in the notes and left out.
 */
export function spanReport(data: SpanData): Report {
  const { annotators, labels } = data;
  const read = data.documents.filter(({ annotators }) => annotators.length > 1);
  const alone = data.documents.length - read.length;
  const counts = new Int32Array(labels.length);
  for (const { marked } of data.documents)
    for (const { label } of marked.units) counts[label] = (counts[label] ?? 0) + 1;
  const spans = counts.reduce((sum, count) => sum + count, 0);
  const partial = pairCounts(data, 'semeval_si');
  const exact = pairCounts(data, 'f1_exact');
  const isShared = annotators.length > 1;
  return {
    kind: 'spans',
    summary: `${counted(data.documents.length, 'document')}, ${counted(annotators.length, 'annotator')}, ${counted(spans, 'span')}, ${counted(labels.length, 'label')}.`,
    coders: annotators,
    notes: [
      ...data.notes,
      ...(isShared ? [] : ['There is one annotator only: agreement needs two or more.']),
      ...(alone > 0 && isShared
        ? [`${counted(alone, 'document')} had one annotator only and cannot be used for agreement.`]
        : []),
      ...(spans === 0 ? ['There are no spans: nobody annotated anything.'] : []),
    ],
    entries: spanEntries(data, read),
    pairs: isShared
      ? [
          pairMatrix('semeval_si', 'F1 of each pair, partial credit', annotators, (one, other) =>
            pairF1(partial, one, other),
          ),
          pairMatrix('f1_exact', 'F1 of each pair, exact', annotators, (one, other) =>
            pairF1(exact, one, other),
          ),
        ]
      : [],
    prevalence: prevalenceOf(labels, counts),
    competence: [],
  };
}
