import { findDecisionsOf } from '@/lib/adjudication/case-law/article-decision-store';
import { findSettlingRules } from '@/lib/adjudication/settling-rules-store';
import { db } from '@/lib/db';
import { ahead } from './ahead';
import type { CsvChoice } from './annotation-csv';
import { csvHead, csvLine, csvShared } from './annotation-csv';
import { headWithDecision, rowWithDecision } from './decision-csv';
import { openSources } from './decision-sources';
import type { ExportPage } from './export-pages';
import { exportPages } from './export-pages';
import type { ExportRow } from './export-row-store';
import type { Reader } from './export-shown';
import type { Extent } from './export-store';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import { layerNamer } from './write-csv';

type Telling = {
  nameOf: (userId: string, name: string) => string;
  anonymous: boolean;
  choice: CsvChoice;
};

async function linesOf(
  rows: readonly ExportRow[],
  layers: ExportPage['layers'],
  { nameOf, anonymous, choice }: Telling,
): Promise<string> {
  const settled = rows.filter(({ layerId }) => layers.get(layerId)?.layer.kind === 'consensus');
  const decisions = await findDecisionsOf(
    db(),
    settled.map(({ id }) => id),
  );
  const annotatorOf = (layerId: string) => layers.get(layerId)?.layer.annotator;
  const lines = rows.map((row) => {
    const of = layers.get(row.layerId);
    if (of === undefined) return '';
    const shared = csvShared(of.article.cells, of.layer, choice.dialect);
    const line = csvLine(row, shared, of.layer.state, of.index, choice);
    const decision = decisions.get(row.id) ?? null;
    const sources = decision === null ? [] : openSources(decision, annotatorOf, anonymous);
    return rowWithDecision(line, decision, { nameOf, sources }, choice.dialect);
  });
  return lines.join('');
}

/**
 * The CSV of annotations as `writeCsv` has it, with the decision behind each annotation of the
 * consensus: a way of its own, so that the plain one stays as quick as it is.
 */
export async function* writeDecidedCsv(
  reader: Reader,
  extent: Extent,
  naming: Naming,
  choice: CsvChoice,
): AsyncGenerator<Uint8Array, void> {
  const { anonymous } = await findSettlingRules(db(), naming.projectId);
  const telling = { nameOf: namerOf(naming), anonymous, choice };
  yield Buffer.from(headWithDecision(csvHead(choice), choice.dialect));
  for await (const { rows, layers } of ahead(exportPages(reader, extent, layerNamer(naming))))
    yield Buffer.from(await linesOf(await rows, layers, telling));
}
