import type { Reading } from '../comparison/mark';
import type { PanelView } from '../agreement-view';
import { statisticsOfReadings } from '../statistics/statistics-of-readings';
import { figuresOf, groundOf } from './panel-of';

type Told = 'interval' | 'intervalReason';

/** Figures of one article, which has no interval: that is over articles. */
export type ArticleFigures = {
  figures: Omit<PanelView['figures'][number], Told | 'articles'>[];
  labels: Omit<PanelView['labels'][number], Told | 'articles'>[];
};

/** How far readings of one article agree, all labels and each; nothing for fewer than two. Marks and `length` in code points. */
export function articleFigures(readings: readonly Reading[], length: number): ArticleFigures {
  if (readings.length < 2) return { figures: [], labels: [] };
  const statistics = statisticsOfReadings(
    readings.map(({ layerId, marks }) => ({ userId: layerId, layerId, submitted: true, marks })),
    { length, readAt: '' },
  );
  const ground = groundOf([{ statistics, chosen: readings.map((_, at) => at) }]);
  const { figures, labels } = figuresOf(ground, []);
  return {
    figures: figures.map(({ interval: _, intervalReason: __, articles: ___, ...figure }) => figure),
    labels: labels.map(({ interval: _, intervalReason: __, articles: ___, ...label }) => label),
  };
}
