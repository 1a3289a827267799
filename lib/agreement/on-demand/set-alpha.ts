import { alphaOf } from '@/lib/agreement/coding/alpha';
import type { Coincidences, LabelSet } from '@/lib/agreement/coding/coincidences';
import { setCoincidences } from '@/lib/agreement/coding/krippendorff-alpha-sets';
import type { SetMeasure } from '@/lib/agreement/coding/set-distance';
import { setDistances } from '@/lib/agreement/coding/set-distance';
import type { Figure } from '@/lib/agreement/figure';
import type { IntervalOrReason } from '@/lib/agreement/percentile-bootstrap';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import { labelItems, labelRuns } from '@/lib/agreement/unitizing/label-runs';
import type { AnnotatedArticle } from './annotated-article';

/** A document’s coincidences: cells of the matrix of all values, and what is in them. */
type Sparse = { cells: Int32Array; amounts: Float64Array };

/** Krippendorff’s α over sets of labels, from documents that are added one after the other. */
export class SetAlpha {
  private readonly values: LabelSet[] = [];
  private readonly indices = new Map<string, number>();
  private readonly documents: { at: Coincidences<LabelSet>; indices: number[] }[] = [];

  /** Adds an article, every character, word or sentence of which is an item. */
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
