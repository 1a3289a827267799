import type { ExportQuery } from './csv-choice';
import { csvChoiceOf } from './csv-choice';
import type { ExportViewer } from './export-shown';
import type { Extent } from './export-store';
import type { Naming } from './pseudonym';
import type { AtRound } from './round-pages';
import { writeCsv } from './write-csv';
import { writeDecidedCsv } from './write-decided-csv';
import { writeDecisions } from './write-decisions';
import { writeJson } from './write-json';

/** Everything in the extent that the reader may take away, in the format that was asked for; CSV as it is, or as it was `at` a moment of a round. */
export function writeExport(
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  query: ExportQuery,
  at: AtRound | null = null,
): AsyncGenerator<Uint8Array, void> {
  if (query.format === 'json') return writeJson(exportViewer, extent, naming, query);
  const choice = csvChoiceOf(query);
  if (query.format === 'decisions') return writeDecisions(exportViewer, extent, naming, choice);
  if (query.decisions) return writeDecidedCsv(exportViewer, extent, naming, choice);
  return writeCsv(exportViewer, extent, naming, choice, at);
}
