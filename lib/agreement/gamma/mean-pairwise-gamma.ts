import type { Figure } from '../figure';
import { known, unknown } from '../figure';
import type { MarkedDocument } from '../marked-document';
import { ofAnnotators } from '../unitizing/of-annotators';
import { gamma } from './gamma';
import type { Gamma, GammaChoice } from './gamma-choice';

/** Two annotators, and the documents that both read, of just these two. */
export type AnnotatorPair = {
  readonly pair: readonly [number, number];
  readonly documents: readonly MarkedDocument[];
};

/** A document’s annotators two by two. For many documents, put together those of the same two people. */
export function annotatorPairs(document: MarkedDocument): AnnotatorPair[] {
  const all = Array.from({ length: document.annotators }, (_, annotator) => annotator);
  return all.flatMap((one) =>
    all.slice(one + 1).map((other): AnnotatorPair => {
      return { pair: [one, other], documents: [ofAnnotators(document, [one, other])] };
    }),
  );
}

/** The mean over pairs, and γ of each; a pair whose γ is not defined is not in the mean. */
export type PairwiseGamma = {
  readonly mean: Figure;
  readonly pairs: readonly (Gamma & { readonly pair: readonly [number, number] })[];
};

/** γ of each two annotators, and the mean: for documents on which the exact γ of all at once has no end. */
export async function meanPairwiseGamma(
  pairs: readonly AnnotatorPair[],
  choice: GammaChoice = {},
): Promise<PairwiseGamma> {
  const found: (Gamma & { pair: readonly [number, number] })[] = [];
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
