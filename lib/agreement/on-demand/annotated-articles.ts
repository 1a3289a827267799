import type { StaleArticle } from '@/lib/agreement/statistics/article-statistics';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import { passingText } from '@/lib/article/frozen-text';
import { findSegmentations } from '@/lib/article/revision-store';
import { decodeSegmentation } from '@/lib/article/segmentation';
import { db } from '@/lib/db';
import type { LayerFilter } from '@/lib/agreement/panel/selection';
import { chosenIndices } from '@/lib/agreement/panel/selection';
import type { AnalystLayerRow } from '@/lib/agreement/statistics/statistics-store';
import { findAnalystLayerRows } from '@/lib/agreement/statistics/statistics-store';
import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';

/**
 * The items of a text: its characters (code points), or its words or sentences as they are stored
 * with it.
 */
export type Item = 'character' | 'token' | 'sentence';

/** The annotations of an article by its chosen annotators. */
export type AnnotatedArticle = {
  /** Positions in code points; in UTF-16 where items are words or sentences. */
  document: AnnotatedDocument;
  /** User ids by annotator. */
  coders: string[];
  /** The spans of the words or sentences; none where items are characters. */
  stretches: [begin: number, end: number][];
};

/** The articles, the layers, the one label (null: all), and the items. */
export type AnnotatedRequest = {
  articles: readonly StaleArticle[];
  choice: LayerFilter;
  label: string | null;
  item: Item;
};

const portion = 50;

const pairsOf = (flat: Uint32Array): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at] ?? 0, flat[2 * at + 1] ?? 0]);

/**
 * Numbers for labels, in the order of their first occurrence; the same for all articles of a
 * request.
 */
export class LabelIndex {
  readonly labels: string[] = [];
  private readonly indices = new Map<string, number>();
  of(label: string): number {
    const index = this.indices.get(label) ?? this.labels.push(label) - 1;
    this.indices.set(label, index);
    return index;
  }
}

async function annotatedArticle(
  rows: readonly AnalystLayerRow[],
  { choice, label, item }: AnnotatedRequest,
  labelIndex: LabelIndex,
): Promise<AnnotatedArticle | null> {
  const [first] = rows;
  if (first === undefined) return null;
  const chosen = chosenIndices(
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
  const toCodePoint = (position: number) => index?.fromUtf16(position) ?? position;
  const units = chosen.flatMap((at, annotator) =>
    (rows[at]?.annotations ?? []).flatMap(([, key, segments]) =>
      label !== null && key !== label
        ? []
        : segments.map(([start, end]): Unit => ({
            annotator,
            begin: toCodePoint(start),
            end: toCodePoint(end),
            label: labelIndex.of(key),
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
  marked: readonly { revisionId: string; article: AnnotatedArticle }[],
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
 * The articles of a request with two or more of the chosen annotators, a batch at a time, so that a
 * project of any size fits into memory and progress can be reported.
 */
export async function* annotatedArticles(
  request: AnnotatedRequest,
  labelIndex: LabelIndex,
): AsyncGenerator<{ articles: AnnotatedArticle[]; done: number }> {
  const { articles, item } = request;
  for (let from = 0; from < articles.length; from += portion) {
    const some = articles.slice(from, from + portion);
    const rows = await findAnalystLayerRows(
      db(),
      some.map(({ revisionId }) => revisionId),
    );
    const marked: { revisionId: string; article: AnnotatedArticle }[] = [];
    for (const { revisionId } of some) {
      const ofArticle = rows.filter((row) => row.revisionId === revisionId);
      const article = await annotatedArticle(ofArticle, request, labelIndex);
      if (article !== null) marked.push({ revisionId, article });
    }
    if (item !== 'character') await withStretches(marked, item);
    yield {
      articles: marked.map(({ article }) => article),
      done: Math.min(articles.length, from + portion),
    };
  }
}

/** What an on-demand figure is calculated from. */
type FigureInput = { articles: number; n: number; coders: ReadonlySet<string> };

/** The view of an on-demand figure; by default without an interval and without related figures. */
export function onDemandFigure(
  figure: { value: number | null; reason?: string | undefined },
  { articles, n, coders }: FigureInput,
  details: Pick<OnDemandFigureView, 'method'> &
    Partial<Pick<OnDemandFigureView, 'interval' | 'intervalReason' | 'beside'>>,
): OnDemandFigureView {
  return {
    value: figure.value,
    reason: figure.reason ?? null,
    articles,
    n,
    coders: coders.size,
    interval: null,
    intervalReason: null,
    beside: [],
    ...details,
  };
}
