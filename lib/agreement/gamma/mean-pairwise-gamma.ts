import type { Figure } from '../figure';
import { known, unknown } from '../figure';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { ofAnnotators } from '../unitizing/of-annotators';
import { gamma } from './gamma';
import type { Gamma, GammaChoice } from './gamma-choice';

/**
 * Up to how many annotators of one document γ is best taken of all at once; with more, what is far apart
 * is aligned too, and there is no end of it.
 */
export const maxAtOnce = 3;

/** A document, and who each of its annotators is. */
export type ReadBy<Person> = {
  readonly document: AnnotatedDocument;
  readonly people: readonly Person[];
};

/** Two people, the smaller first, and the documents that both read, of just these two. */
export type AnnotatorPair<Person> = {
  readonly pair: readonly [Person, Person];
  readonly documents: readonly AnnotatedDocument[];
};

/** Every two people with the documents that both read, in the order in which they are met. */
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

/** The mean over pairs, and γ of each; a pair whose γ is not defined is not in the mean. */
export type PairwiseGamma<Person> = {
  readonly mean: Figure;
  readonly pairs: readonly (Gamma & { readonly pair: readonly [Person, Person] })[];
};

/** γ of each two annotators, and the mean: for documents on which the exact γ of all at once has no end. */
export async function meanPairwiseGamma<Person>(
  pairs: readonly AnnotatorPair<Person>[],
  choice: GammaChoice = {},
): Promise<PairwiseGamma<Person>> {
  const found: (Gamma & { pair: readonly [Person, Person] })[] = [];
  for (const { pair, documents } of pairs) {
    // Progress is of all pairs: each counts as the samples it was to have at first.
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
