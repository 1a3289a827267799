import type { Figure } from '../figure';
import { unknown } from '../figure';
import { gamma } from '../gamma/gamma';
import { meanPairwiseGamma } from '../gamma/mean-pairwise-gamma';
import type { MarkedDocument } from '../marked-document';
import { ofAnnotators } from '../unitizing/of-annotators';
import type { Entry } from './report';
import type { ReadDocument, SpanData } from './span-data';

/** Beyond this γ would keep a page waiting for minutes. */
const mostUnits = 3_000;
const mostTogether = 3;
const samples = 30;
const choice = { sampler: 'statistical', samples, precision: null } as const;

/** Of every two annotators the documents that both read, as only these two read them. */
function byPair(documents: readonly ReadDocument[]) {
  const pairs = new Map<string, { pair: [number, number]; documents: MarkedDocument[] }>();
  for (const { readers, marked } of documents)
    for (const [first, one] of readers.entries())
      for (const [second, other] of readers.entries()) {
        if (one >= other) continue;
        const key = `${one} ${other}`;
        const met = pairs.get(key) ?? { pair: [one, other], documents: [] };
        pairs.set(key, met);
        met.documents.push(ofAnnotators(marked, [first, second]));
      }
  return [...pairs.values()];
}

async function figuresOf(documents: readonly ReadDocument[]): Promise<[Figure, Figure | null]> {
  const marked = documents.map((document) => document.marked);
  const units = marked.reduce((sum, { units: of }) => sum + of.length, 0);
  if (units > mostUnits)
    return [unknown(`γ of ${units.toLocaleString('en')} spans takes too long here`), null];
  if (marked.every(({ annotators }) => annotators <= mostTogether)) {
    const found = await gamma(marked, choice);
    return [found.gamma, found.gammaCat];
  }
  return [(await meanPairwiseGamma(byPair(documents), choice)).mean, null];
}

/**
 * γ of Mathet et al. with 30 continua drawn by chance, and γcat, over documents that two annotators or more
 * read. With more than three to a document it is the mean γ of every two, since all at once has no end.
 */
export async function gammaEntries({ documents }: SpanData): Promise<Entry[]> {
  const read = documents.filter(({ readers }) => readers.length > 1);
  const [whole, labels] = await figuresOf(read);
  const isTogether = read.every(({ readers }) => readers.length <= mostTogether);
  const base = {
    params: { alpha: 1, beta: 1, deltaEmpty: 1, sampler: choice.sampler, samples },
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
