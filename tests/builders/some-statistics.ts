import type { SelectedArticle } from '@/lib/agreement/panel/selection';
import { selectLayers } from '@/lib/agreement/panel/selection';
import type { ArticleStatistics } from '@/lib/agreement/statistics/article-statistics';
import type { AnnotatorLayer } from '@/lib/agreement/statistics/statistics-of-layers';
import { statisticsOfLayers } from '@/lib/agreement/statistics/statistics-of-layers';
import { aComparedLayer } from './a-compared-layer';

/** Layers by user id, each annotation written as `label start-end`. */
type WrittenReadings = Record<string, string[]>;

/** The layers of annotators, as written. They are named for them, and all are submitted. */
export function annotatorLayers(written: WrittenReadings): AnnotatorLayer[] {
  return Object.entries(written).map(([userId, annotations]) => ({
    userId,
    submitted: true,
    ...aComparedLayer(`layer of ${userId}`, ...annotations),
  }));
}

/** The statistics of an article of 100 characters with these layers. */
export function someStatistics(
  written: WrittenReadings,
  { length = 100, readAt = '2026-03-05T10:00:00.000Z' } = {},
): ArticleStatistics {
  return statisticsOfLayers(annotatorLayers(written), { length, readAt });
}

/** Articles with these layers, all of them selected. */
export function selectedFrom(...articles: WrittenReadings[]): SelectedArticle[] {
  return articles.flatMap((written) => selectLayers(someStatistics(written), {}) ?? []);
}
