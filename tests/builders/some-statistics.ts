import type { SelectedArticle } from '@/lib/agreement/panel/selection';
import { selectLayers } from '@/lib/agreement/panel/selection';
import type { ArticleStatistics } from '@/lib/agreement/statistics/article-statistics';
import type { AnnotatorLayer } from '@/lib/agreement/statistics/statistics-of-layers';
import { statisticsOfLayers } from '@/lib/agreement/statistics/statistics-of-layers';
import { aComparedLayer } from './a-compared-layer';

/** Readings by user id, each mark written as `label start-end`. */
export type WrittenReadings = Record<string, string[]>;

/** What annotators read, written. Their layers are named for them, and all have submitted. */
export function annotatorLayers(written: WrittenReadings): AnnotatorLayer[] {
  return Object.entries(written).map(([userId, annotations]) => ({
    userId,
    submitted: true,
    ...aComparedLayer(`layer of ${userId}`, ...annotations),
  }));
}

/** The statistics of an article of 100 characters that was read so. */
export function someStatistics(
  written: WrittenReadings,
  { length = 100, readAt = '2026-03-05T10:00:00.000Z' } = {},
): ArticleStatistics {
  return statisticsOfLayers(annotatorLayers(written), { length, readAt });
}

/** Articles that were read so, with all of their readings chosen. */
export function selectedFrom(...articles: WrittenReadings[]): SelectedArticle[] {
  return articles.flatMap((written) => selectLayers(someStatistics(written), {}) ?? []);
}
