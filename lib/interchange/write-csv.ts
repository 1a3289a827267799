import { ahead } from './streaming';
import type { CsvChoice } from './annotation-csv';
import { csvHead, csvLine, csvShared } from './annotation-csv';
import type { ExportPage } from './export-pages';
import { exportPages } from './export-pages';
import type { ExportViewer } from './export-shown';
import type { Extent, ExportRow } from './export-store';
import type { ExportLayer } from './export-shown';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import type { AtRound } from './round-pages';
import { roundPages } from './round-pages';

/** Tells how a layer’s author is shown in a file: analysts as chosen, the consensus and suggesters as what they are. */
export function layerNamer(naming: Naming): (layer: ExportLayer) => string {
  const shownName = namerOf(naming);
  return ({ kind, authorId, name }) => {
    if (kind === 'consensus') return 'Consensus';
    return authorId === null ? name : shownName(authorId, name);
  };
}

/** Few lines are joined at a time: long strings of pieces cost more to flatten than to write. */
const linesAtOnce = 50;

function bytesOf(
  rows: readonly ExportRow[],
  layers: ExportPage['layers'],
  choice: CsvChoice,
): Uint8Array {
  const shared = new Map<string, string>();
  for (const [layerId, { article, layer }] of layers)
    shared.set(layerId, csvShared(article.cells, layer, choice.dialect));
  const parts: Buffer[] = [];
  for (let from = 0; from < rows.length; from += linesAtOnce) {
    let lines = '';
    for (const row of rows.slice(from, from + linesAtOnce)) {
      const of = layers.get(row.layerId);
      const before = shared.get(row.layerId) ?? '';
      if (of) lines += csvLine(row, before, of.layer.state, of.index, choice);
    }
    parts.push(Buffer.from(lines));
  }
  return Buffer.concat(parts);
}

/**
 * The CSV of everything in the extent that the reader may take away, as it is or as it was at a moment
 * of a round, piece by piece: no more than three pages of rows are held at any time, whatever its length.
 */
export async function* writeCsv(
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  choice: CsvChoice,
  at: AtRound | null = null,
): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(csvHead(choice));
  const pages =
    at === null
      ? exportPages(exportViewer, extent, layerNamer(naming))
      : roundPages(exportViewer, extent, layerNamer(naming), at);
  for await (const { rows, layers } of ahead(pages)) yield bytesOf(await rows, layers, choice);
}
