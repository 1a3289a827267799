import type { PositionIndex } from '@/lib/article/code-points';
import type { FrozenText } from '@/lib/article/frozen-text';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type {
  ExportViewer,
  ShownArticle,
  ShownLayer,
  ExportArticle,
  ExportLayer,
} from './export-shown';
import { grouped, shownTo, byCodePoints } from './export-shown';
import type { Extent, ExportRow, RowKey } from './export-store';
import { findExportArticles, findRowPage, findRowsOf } from './export-store';

/**
 * The article and layer of a row; `articleIndex` is the article’s index in its page, `index` the
 * position index of the layer’s text.
 */
type Belonging = {
  article: ShownArticle;
  layer: ShownLayer;
  articleIndex: number;
  index: PositionIndex;
};

/** A page of rows in their order, pending, with the article and layer of each layer id. */
export type ExportPage = { rows: Promise<ExportRow[]>; layers: ReadonlyMap<string, Belonging> };

const articlesAtOnce = 200;
const rowsAtOnce = 1000;

const startOf = ({ segments }: ExportRow) => segments[0]?.[0] ?? 0;
const endOf = ({ segments }: ExportRow) => segments[segments.length - 1]?.[1] ?? 0;

/** Sorts rows into the order of the CSV. */
export function inOrder(rows: ExportRow[], layers: ExportPage['layers']): ExportRow[] {
  const placed = rows.map((row) => ({ row, of: layers.get(row.layerId) }));
  placed.sort(
    (a, b) =>
      (a.of?.articleIndex ?? 0) - (b.of?.articleIndex ?? 0) ||
      startOf(a.row) - startOf(b.row) ||
      endOf(a.row) - endOf(b.row) ||
      (a.of?.layer.rank ?? 0) - (b.of?.layer.rank ?? 0) ||
      byCodePoints(a.row.label, b.row.label) ||
      byCodePoints(a.row.id, b.row.id),
  );
  return placed.map(({ row }) => row);
}

/**
 * The article, layer and position index of each layer of these articles, and their texts by
 * revision.
 */
export async function belongingsOf(group: readonly ShownArticle[]) {
  const layers = new Map<string, Belonging>();
  const texts = new Map<string, FrozenText>();
  for (const [index, article] of group.entries()) {
    for (const layer of article.layers) {
      const frozen = texts.get(layer.revisionId) ?? (await passingText(db(), layer.revisionId));
      texts.set(layer.revisionId, frozen);
      layers.set(layer.id, {
        article,
        layer,
        articleIndex: index,
        index: frozen.indexIn('code-point'),
      });
    }
  }
  return { layers, texts };
}

/**
 * The pages of a group: small articles share one page; a large one has pages of its own, fetched by
 * keys.
 */
async function* pagesOf(group: readonly ShownArticle[]): AsyncGenerator<ExportPage, void> {
  const { layers } = await belongingsOf(group);
  const asked = group.flatMap((article) => article.layers);
  if (group.length > 1 || (group[0]?.eventCount ?? 0) <= rowsAtOnce) {
    const rows = findRowsOf(db(), asked).then((found) => inOrder(found, layers));
    // The consumer of the page gets the error; where it is gone, nobody must.
    rows.catch(() => undefined);
    yield { rows, layers };
    return;
  }
  for (let after: RowKey | null = null, whole = true; whole;) {
    const rows: ExportRow[] = await findRowPage(db(), asked, rowsAtOnce, after);
    yield { rows: Promise.resolve(rows), layers };
    const last = rows.at(-1);
    whole = rows.length === rowsAtOnce && last !== undefined;
    if (last !== undefined) {
      const rank = layers.get(last.layerId)?.layer.rank ?? 0;
      after = { start: startOf(last), end: endOf(last), rank, label: last.label, id: last.id };
    }
  }
}

/** The articles of the extent in their order, some hundred at a time, with all of their layers. */
export async function* articlePages(extent: Extent): AsyncGenerator<ExportArticle[], void> {
  let next: Extent | null = extent;
  while (next !== null) {
    const articles: ExportArticle[] = await findExportArticles(db(), next, articlesAtOnce);
    yield articles;
    const last = articles.at(-1);
    next =
      'projectId' in next && articles.length === articlesAtOnce && last !== undefined
        ? { projectId: next.projectId, after: { title: last.title, articleId: last.articleId } }
        : null;
  }
}

/**
 * What of the extent the viewer may export, page by page in the order of the CSV. A page of small
 * articles is yielded while its rows are being fetched, so that the next can be requested.
 */
export async function* exportPages(
  exportViewer: ExportViewer,
  extent: Extent,
  nameOf: (layer: ExportLayer) => string,
): AsyncGenerator<ExportPage, void> {
  for await (const articles of articlePages(extent)) {
    const shown = articles.map((article) => shownTo(exportViewer, article, nameOf));
    for (const group of grouped(shown, rowsAtOnce)) yield* pagesOf(group);
  }
}
