import type { LayerAnnotations } from '@/lib/comparison/compared-annotation';
import type { PanelView } from '../agreement-view';
import { statisticsOfLayers } from '@/lib/agreement/statistics/statistics-of-layers';
import { figuresOf, panelInputOf } from './panel-of';

type IntervalField = 'interval' | 'intervalReason';

/** Figures of one article, which has no interval: that is over articles. */
export type ArticleFigures = {
  figures: Omit<PanelView['figures'][number], IntervalField | 'articles'>[];
  labels: Omit<PanelView['labels'][number], IntervalField | 'articles'>[];
};

/** How far readings of one article agree, all labels and each; nothing for fewer than two. Marks and `length` in code points. */
export function articleFigures(
  layers: readonly LayerAnnotations[],
  length: number,
): ArticleFigures {
  if (layers.length < 2) return { figures: [], labels: [] };
  const statistics = statisticsOfLayers(
    layers.map(({ layerId, annotations }) => ({
      userId: layerId,
      layerId,
      submitted: true,
      annotations,
    })),
    { length, readAt: '' },
  );
  const input = panelInputOf([{ statistics, chosen: layers.map((_, at) => at) }]);
  const { figures, labels } = figuresOf(input, []);
  return {
    figures: figures.map(({ interval: _, intervalReason: __, articles: ___, ...figure }) => figure),
    labels: labels.map(({ interval: _, intervalReason: __, articles: ___, ...label }) => label),
  };
}
