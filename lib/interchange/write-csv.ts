import type { CsvChoice } from './annotation-csv';
import { csvHead, csvLine, csvShared } from './annotation-csv';
import type { ExportPage } from './export-pages';
import { exportPages } from './export-pages';
import type { AtRound } from './export-rounds';
import { roundPages } from './export-rounds';
import type { ExportViewer, ExportLayer } from './export-shown';
import type { Extent, ExportRow } from './export-store';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import { ahead } from './streaming';

/**
 * Makes a function that returns the exported name of a layer’s author: analysts as `naming` says,
 * the consensus and suggesters by their own names.
 */
export function layerNamer(naming: Naming): (layer: ExportLayer) => string {
  const shownName = namerOf(naming);
  return ({ kind, authorId, name }) => {
    if (kind === 'consensus') return 'Consensus';
    return authorId === null ? name : shownName(authorId, name);
  };
}

/** Number of lines joined at a time: long concatenated strings cost more to flatten than to write. */
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
 * The CSV of what of the extent the viewer may export, as it is or as it was at a moment of a
 * round, piece by piece: at most three pages of rows are in memory, whatever the size.
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
