import type { Gamma, GammaChoice } from './gamma';
import { ofAnnotators } from '@/lib/agreement/annotated-document';
import type { Figure } from '../figure';
import { known, unknown } from '../figure';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { gamma } from './gamma';

/**
 * The largest number of annotators of one document for γ of all at once. With more, distant units
 * are aligned too, and the search does not finish.
 */
export const maxAtOnce = 3;

/** A document, and the person behind each of its annotators. */
type ReadBy<Person> = {
  readonly document: AnnotatedDocument;
  readonly people: readonly Person[];
};

/** Two people, the smaller first, and the documents of both, reduced to these two. */
type AnnotatorPair<Person> = {
  readonly pair: readonly [Person, Person];
  readonly documents: readonly AnnotatedDocument[];
};

/** Every pair of people with the documents of both, in the order in which they first occur. */
export function annotatorPairs<Person extends string | number>(
  read: readonly ReadBy<Person>[],
): AnnotatorPair<Person>[] {
  const pairs = new Map<string, { pair: [Person, Person]; documents: AnnotatedDocument[] }>();
  for (const { document, people } of read)
    for (const [first, one] of people.entries())
      for (const [after, other] of people.slice(first + 1).entries()) {
        const [a, b]: [Person, Person] = one < other ? [one, other] : [other, one];
        const known = pairs.get(`${a} ${b}`) ?? { pair: [a, b], documents: [] };
        pairs.set(`${a} ${b}`, known);
        known.documents.push(ofAnnotators(document, [first, first + 1 + after]));
      }
  return [...pairs.values()];
}

/** The mean over pairs, and γ of each; pairs whose γ is not defined are not in the mean. */
type PairwiseGamma<Person> = {
  readonly mean: Figure;
  readonly pairs: readonly (Gamma & { readonly pair: readonly [Person, Person] })[];
};

/**
 * γ of each pair of annotators, and the mean: for documents on which the exact γ of all at once is
 * not feasible.
 */
export async function meanPairwiseGamma<Person>(
  pairs: readonly AnnotatorPair<Person>[],
  choice: GammaChoice = {},
): Promise<PairwiseGamma<Person>> {
  const found: (Gamma & { pair: readonly [Person, Person] })[] = [];
  for (const { pair, documents } of pairs) {
    // Progress is over all pairs: each counts as its initial number of samples.
    const onProgress = (done: number, of: number) =>
      choice.onProgress?.(found.length + done / of, pairs.length);
    found.push({ ...(await gamma(documents, { ...choice, onProgress })), pair });
  }
  const values = found.flatMap(({ gamma: { value } }) => (value === null ? [] : [value]));
  const mean =
    values.length === 0
      ? unknown(found[0]?.gamma.reason ?? 'there are no two annotators')
      : known(values.reduce((sum, value) => sum + value, 0) / values.length);
  return { mean, pairs: found };
}
