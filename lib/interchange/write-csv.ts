import type { PositionIndex } from '@/lib/article/code-points';
import { frozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { ahead } from './ahead';
import type { CsvChoice } from './annotation-csv';
import { csvHead, csvLine } from './annotation-csv';
import type { ExportPage } from './export-pages';
import { exportPages } from './export-pages';
import type { Reader } from './export-shown';
import type { Extent } from './export-store';
import type { ExportLayer } from './exported';
import { pseudonymOf } from './pseudonym';

/** How an export shows people: by their names, or by pseudonyms made with this secret. */
export type Naming = { projectId: string; secret: string | null };

function namer({ projectId, secret }: Naming): (layer: ExportLayer) => string {
  const known = new Map<string, string>();
  return ({ kind, authorId, name }) => {
    if (kind === 'consensus') return 'Consensus';
    if (secret === null || authorId === null) return name;
    const pseudonym = known.get(authorId) ?? pseudonymOf(authorId, projectId, secret);
    known.set(authorId, pseudonym);
    return pseudonym;
  };
}

async function linesOf({ rows, placed }: ExportPage, choice: CsvChoice): Promise<string> {
  const indexes = new Map<string, PositionIndex>();
  for (const { layer } of placed) {
    if (!indexes.has(layer.revisionId)) {
      const frozen = await frozenText(db(), layer.revisionId);
      indexes.set(layer.revisionId, frozen.indexIn('code-point'));
    }
  }
  let lines = '';
  for (const row of rows) {
    const { article, layer } = placed[row.place] ?? {};
    const index = indexes.get(layer?.revisionId ?? '');
    if (article && layer && index) lines += csvLine(article.cells, layer, row, index, choice);
  }
  return lines;
}

/**
 * The CSV of everything in the extent that the reader may take away, piece by piece: no more than
 * two pages of rows are held at any time, whatever its length.
 */
export async function* writeCsv(
  reader: Reader,
  extent: Extent,
  naming: Naming,
  choice: CsvChoice,
): AsyncGenerator<string, void> {
  yield csvHead(choice);
  for await (const page of ahead(exportPages(reader, extent, namer(naming))))
    yield await linesOf(page, choice);
}
