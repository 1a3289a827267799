import type { Figure } from '@/lib/agreement/figure';
import { unknown } from '@/lib/agreement/figure';
import { gamma } from '@/lib/agreement/gamma/gamma';
import {
  annotatorPairs,
  meanPairwiseGamma,
  maxAtOnce,
} from '@/lib/agreement/gamma/mean-pairwise-gamma';
import type { Entry } from './report';
import type { ReadDocument, SpanData } from './span-data';

/** Beyond this γ would keep a page waiting for minutes. */
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
 * γ of Mathet et al. and γcat, over documents that two annotators or more read, chance being drawn as a
 * project’s is. With more than three to a document it is the mean γ of every two, since all at once has no end.
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
      title: isTogether ? 'γ (Mathet et al. 2015)' : 'Mean γ of every two (Mathet et al. 2015)',
      answers:
        'Are units placed and named alike, near misses counting partly? Overlaps and nesting allowed.',
      figure: whole,
    },
  ];
  if (labels !== null)
    entries.push({
      ...base,
      measure: 'gamma_cat',
      title: 'γcat (Mathet 2017)',
      answers: 'Where γ takes two units for one, do they bear the same label?',
      figure: labels,
    });
  return entries;
}
