import { db } from '@/lib/db';
import type { Reader, ShownArticle, ShownLayer } from './export-shown';
import { grouped, shownTo } from './export-shown';
import type { ExportRow, Extent, PlacedLayer, RowKey } from './export-store';
import { findExportArticles, findExportRows } from './export-store';
import type { ExportArticle, ExportLayer } from './exported';

/** Rows in their order, each with the place of its layer in `placed`. */
export type ExportPage = {
  rows: ExportRow[];
  placed: { article: ShownArticle; layer: ShownLayer }[];
};

const articlesAtOnce = 200;
const rowsAtOnce = 4000;
const everyRow = 2 ** 31 - 1;

function keyOf(rows: readonly ExportRow[], asked: readonly PlacedLayer[]): RowKey | null {
  const last = rows.at(-1);
  if (last === undefined || rows.length < rowsAtOnce) return null;
  const { segments, label, id, place } = last;
  const rank = asked[place]?.rank ?? 0;
  return { start: segments[0]?.[0] ?? 0, end: segments.at(-1)?.[1] ?? 0, rank, label, id };
}

/** Small articles come together in one page; a large one comes in pages by keys of its own. */
async function* pagesOf(group: readonly ShownArticle[]): AsyncGenerator<ExportPage, void> {
  const placed = group.flatMap((article) => article.layers.map((layer) => ({ article, layer })));
  const asked = placed.map(({ article, layer }) => ({
    layerId: layer.id,
    article: group.indexOf(article),
    rank: layer.rank,
  }));
  const most = group.length > 1 ? everyRow : rowsAtOnce;
  let after: RowKey | null = null;
  do {
    const rows: ExportRow[] = await findExportRows(db(), asked, most, after);
    if (rows.length > 0) yield { rows, placed };
    after = group.length > 1 ? null : keyOf(rows, asked);
  } while (after !== null);
}

/** Everything in the extent that the reader may take away, page by page in the order of the CSV. */
export async function* exportPages(
  reader: Reader,
  extent: Extent,
  nameOf: (layer: ExportLayer) => string,
): AsyncGenerator<ExportPage, void> {
  let next: Extent | null = extent;
  while (next !== null) {
    const articles: ExportArticle[] = await findExportArticles(db(), next, articlesAtOnce);
    const shown = articles.map((article) => shownTo(reader, article, nameOf));
    for (const group of grouped(shown, rowsAtOnce)) yield* pagesOf(group);
    const last = articles.at(-1);
    next =
      'projectId' in next && articles.length === articlesAtOnce && last !== undefined
        ? { projectId: next.projectId, after: { title: last.title, articleId: last.articleId } }
        : null;
  }
}
