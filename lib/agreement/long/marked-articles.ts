import { passingText } from '@/lib/article/frozen-text';
import { findSegmentations } from '@/lib/article/revision-store';
import { decodeSegmentation } from '@/lib/article/segmentation';
import { db } from '@/lib/db';
import type { Unit } from '../marked-document';
import type { ReadingChoice } from '../panel/selection';
import { chosenPlaces } from '../panel/selection';
import type { StaleArticle } from '../statistics/stale-article';
import type { ReadingRow } from '../statistics/statistics-store';
import { findReadingRows } from '../statistics/statistics-store';
import type { Item, MarkedArticle } from './marked-article';

/** Which articles, which readings of them, which label alone, and what is counted. */
export type MarkedRequest = {
  articles: readonly StaleArticle[];
  choice: ReadingChoice;
  label: string | null;
  item: Item;
};

const portion = 50;

const pairsOf = (flat: Uint32Array): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? 0, flat[2 * at + 1] ?? 0]);

/** Numbers for labels, in the order in which they are met; the same for all articles of a request. */
export class LabelPlaces {
  readonly labels: string[] = [];
  private readonly places = new Map<string, number>();
  of(label: string): number {
    const place = this.places.get(label) ?? this.labels.push(label) - 1;
    this.places.set(label, place);
    return place;
  }
}

async function markedArticle(
  rows: readonly ReadingRow[],
  { choice, label, item }: MarkedRequest,
  places: LabelPlaces,
): Promise<MarkedArticle | null> {
  const [first] = rows;
  if (first === undefined) return null;
  const chosen = chosenPlaces(
    {
      readAt: rows.map(({ readAt }) => readAt).reduce((one, other) => (one > other ? one : other)),
      annotators: rows.map(({ userId }) => userId),
      layers: rows.map(({ layerId }) => layerId),
      submitted: rows.map(({ state }) => state === 'submitted'),
    },
    choice,
  );
  if (chosen === null) return null;
  const index =
    item === 'character' && first.hasPairs
      ? (await passingText(db(), first.revisionId)).indexIn('code-point')
      : null;
  const told = (position: number) => index?.fromUtf16(position) ?? position;
  const units = chosen.flatMap((at, annotator) =>
    (rows[at]?.marks ?? []).flatMap(([, key, segments]) =>
      label !== null && key !== label
        ? []
        : segments.map(([start, end]): Unit => ({
            annotator,
            begin: told(start),
            end: told(end),
            label: places.of(key),
          })),
    ),
  );
  const coders = chosen.map((at) => rows[at]?.userId ?? '');
  return {
    document: { length: first.length, annotators: chosen.length, units },
    coders,
    stretches: [],
  };
}

async function withStretches(
  marked: readonly { revisionId: string; article: MarkedArticle }[],
  item: Exclude<Item, 'character'>,
): Promise<void> {
  const ids = marked.map(({ revisionId }) => revisionId);
  const found = await findSegmentations(db(), ids);
  for (const { revisionId, article } of marked) {
    const encoded = found.get(revisionId);
    if (encoded === undefined) continue;
    const { words, sentences } = decodeSegmentation(encoded);
    article.stretches = pairsOf(item === 'token' ? words : sentences);
  }
}

/**
 * The articles of a request that two or more of the chosen annotators have read, a portion at a time, so
 * that a project of any size fits into memory and whoever waits can be told how far it has come.
 */
export async function* markedArticles(
  request: MarkedRequest,
  places: LabelPlaces,
): AsyncGenerator<{ articles: MarkedArticle[]; done: number }> {
  const { articles, item } = request;
  for (let from = 0; from < articles.length; from += portion) {
    const some = articles.slice(from, from + portion);
    const rows = await findReadingRows(
      db(),
      some.map(({ revisionId }) => revisionId),
    );
    const marked: { revisionId: string; article: MarkedArticle }[] = [];
    for (const { revisionId } of some) {
      const ofArticle = rows.filter((row) => row.revisionId === revisionId);
      const article = await markedArticle(ofArticle, request, places);
      if (article !== null) marked.push({ revisionId, article });
    }
    if (item !== 'character') await withStretches(marked, item);
    yield {
      articles: marked.map(({ article }) => article),
      done: Math.min(articles.length, from + portion),
    };
  }
}
