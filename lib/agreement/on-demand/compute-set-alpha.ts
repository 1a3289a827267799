import { alphaOf } from '@/lib/agreement/coding/krippendorff-alpha';
import type { SetMeasure } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import type { Coincidences, LabelSet } from '@/lib/agreement/coding/coincidences';
import { setCoincidences, setDistances } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import type { Figure } from '@/lib/agreement/figure';
import type { IntervalOrReason } from '@/lib/agreement/percentile-bootstrap';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import { labelItems, labelRuns } from '@/lib/agreement/unitizing/label-runs';
import type { ComputationContext } from '@/lib/compute/computation';
import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';
import type { AnnotatedRequest, AnnotatedArticle } from './annotated-articles';
import { LabelIndex, annotatedArticles, onDemandFigure } from './annotated-articles';

/** A document’s coincidences: the cells of the matrix of all values, and their amounts. */
type Sparse = { cells: Int32Array; amounts: Float64Array };

/** Krippendorff’s α over sets of labels, from documents that are added one by one. */
export class SetAlpha {
  private readonly values: LabelSet[] = [];
  private readonly indices = new Map<string, number>();
  private readonly documents: { at: Coincidences<LabelSet>; indices: number[] }[] = [];

  /** Adds an article; every character, word or sentence of it is an item. */
  add({ document, stretches }: AnnotatedArticle, isByCharacter: boolean): void {
    const items = isByCharacter ? labelRuns(document) : labelItems(document, stretches);
    const at = setCoincidences(items);
    const indices = at.values.map((value) => {
      const key = JSON.stringify(value);
      const index = this.indices.get(key) ?? this.values.push(value) - 1;
      this.indices.set(key, index);
      return index;
    });
    this.documents.push({ at, indices });
  }

  private sparse(): Sparse[] {
    const size = this.values.length;
    return this.documents.map(({ at: { observed }, indices }) => {
      const cells: number[] = [];
      const amounts: number[] = [];
      for (const [cell, amount] of observed.entries()) {
        if (amount === 0) continue;
        const row = indices[Math.floor(cell / indices.length)] ?? 0;
        cells.push(row * size + (indices[cell % indices.length] ?? 0));
        amounts.push(amount);
      }
      return { cells: Int32Array.from(cells), amounts: Float64Array.from(amounts) };
    });
  }

  /** α of all documents together, and its 95 % interval over documents. */
  figure(measure: SetMeasure): { figure: Figure; interval: IntervalOrReason } {
    const sparse = this.sparse();
    const of = (chosen: ArrayLike<number>): Figure => {
      const observed = new Float64Array(this.values.length ** 2);
      for (let draw = 0; draw < chosen.length; draw++) {
        const { cells, amounts } = sparse[chosen[draw] ?? 0] ?? { cells: [], amounts: [] };
        for (let at = 0; at < cells.length; at++) {
          const cell = cells[at] ?? 0;
          observed[cell] = (observed[cell] ?? 0) + (amounts[at] ?? 0);
        }
      }
      return alphaOf({ values: this.values, observed }, setDistances[measure]);
    };
    return {
      figure: of(sparse.map((_, at) => at)),
      interval: percentileBootstrap(sparse.length, of),
    };
  }
}

/** The articles, layers and items of α over sets of labels, and the distance of sets. */
export type SetAlphaRequest = AnnotatedRequest & { distance: 'jaccard' | 'masi' };

const things = { character: 'character', token: 'word', sentence: 'sentence' } as const;

/**
 * Krippendorff’s α; every character, word or sentence is an item and its set of labels, possibly
 * empty, is its value.
 */
export async function computeSetAlpha(
  request: SetAlphaRequest,
  { signal, onProgress }: ComputationContext = {},
): Promise<OnDemandFigureView> {
  const { item, distance } = request;
  const alpha = new SetAlpha();
  const coders = new Set<string>();
  let [articles, n] = [0, 0];
  for await (const portion of annotatedArticles(request, new LabelIndex())) {
    signal?.throwIfAborted();
    for (const article of portion.articles) {
      alpha.add(article, item === 'character');
      for (const coder of article.coders) coders.add(coder);
      n += article.document.units.length;
      articles++;
    }
    onProgress?.({ done: portion.done, total: request.articles.length });
  }
  const { figure, interval } = alpha.figure(distance);
  const bounds = interval.interval && { low: interval.interval.low, high: interval.interval.high };
  return onDemandFigure(
    figure,
    { articles, n, coders },
    {
      method: `Krippendorff’s α; each ${things[item]} is an item and its set of labels the value; sets are compared by ${distance === 'masi' ? 'MASI' : 'Jaccard'} distance.`,
      interval: bounds,
      intervalReason: interval.reason ?? null,
    },
  );
}
