import type { ComputationContext } from '@/lib/compute/computation';
import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';
import { onDemandFigure } from './on-demand-figure';
import type { AnnotatedRequest } from './annotated-articles';
import { LabelIndex, annotatedArticles } from './annotated-articles';
import { SetAlpha } from './set-alpha';

/** What α over sets of labels is had from: also how sets are told apart. */
export type SetAlphaRequest = AnnotatedRequest & { distance: 'jaccard' | 'masi' };

const things = { character: 'character', token: 'word', sentence: 'sentence' } as const;

/** Krippendorff’s α with every character, word or sentence an item and the set of labels upon it its value, where none is a value too. */
export async function computeSetAlpha(
  request: SetAlphaRequest,
  { signal, onProgress }: ComputationContext = {},
): Promise<OnDemandFigureView> {
  const { item, distance, articles: asked } = request;
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
    onProgress?.({ done: portion.done, total: asked.length });
  }
  const { figure, interval } = alpha.figure(distance);
  const bounds = interval.interval && { low: interval.interval.low, high: interval.interval.high };
  return onDemandFigure(
    figure,
    { articles, n, coders },
    {
      method: `Krippendorff’s α; each ${things[item]} is an item, the set of labels upon it its value, sets told apart by ${distance === 'masi' ? 'MASI' : 'Jaccard'} distance.`,
      interval: bounds,
      intervalReason: interval.reason ?? null,
    },
  );
}
