import { findDecisionsOf } from '@/lib/adjudication/decision-log/article-decision-store';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { OpenDecision } from '@/lib/adjudication/decision/narrowed-decision';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { ahead } from './ahead';
import type { CsvChoice } from './annotation-csv';
import { csvHead, csvLine, csvShared } from './annotation-csv';
import { headWithDecision, rowWithDecision } from './decision-csv';
import { openSources } from './decision-sources';
import type { ExportPage } from './export-pages';
import { exportPages } from './export-pages';
import type { ExportRow } from './export-row-store';
import type { ExportViewer } from './export-shown';
import type { Extent } from './export-store';
import { openOf } from './open-decisions';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import { layerNamer } from './write-csv';

type Options = {
  nameOf: (userId: string, name: string) => string;
  anonymous: boolean;
  choice: CsvChoice;
};

/** The decisions behind annotations of the consensus, as far as the reader may know each. */
async function openTo(
  consensusRows: readonly ExportRow[],
  decisions: ReadonlyMap<string, StoredDecision>,
  layers: ExportPage['layers'],
): Promise<Map<string, OpenDecision>> {
  const known = new Map<string, OpenDecision>();
  const byViewer = new Map<DecisionViewer, ExportRow[]>();
  for (const row of consensusRows) {
    const viewer = layers.get(row.layerId)?.article.viewer;
    if (viewer !== undefined) byViewer.set(viewer, [...(byViewer.get(viewer) ?? []), row]);
  }
  for (const [viewer, rows] of byViewer) {
    const behind = rows.flatMap(({ id }) => decisions.get(id) ?? []);
    const open = await openOf(behind, viewer, (revisionId) => passingText(db(), revisionId));
    const byId = new Map(open.map((decision) => [decision.id, decision]));
    for (const { id } of rows) {
      const decision = byId.get(decisions.get(id)?.id ?? '');
      if (decision !== undefined) known.set(id, decision);
    }
  }
  return known;
}

async function linesOf(
  rows: readonly ExportRow[],
  layers: ExportPage['layers'],
  { nameOf, anonymous, choice }: Options,
): Promise<string> {
  const consensusRows = rows.filter(
    ({ layerId }) => layers.get(layerId)?.layer.kind === 'consensus',
  );
  const decisions = await findDecisionsOf(
    db(),
    consensusRows.map(({ id }) => id),
  );
  const known = await openTo(consensusRows, decisions, layers);
  const annotatorOf = (layerId: string) => layers.get(layerId)?.layer.annotator;
  const lines = rows.map((row) => {
    const of = layers.get(row.layerId);
    if (of === undefined) return '';
    const shared = csvShared(of.article.cells, of.layer, choice.dialect);
    const line = csvLine(row, shared, of.layer.state, of.index, choice);
    const decision = known.get(row.id) ?? null;
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
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  choice: CsvChoice,
): AsyncGenerator<Uint8Array, void> {
  const { anonymous } = await findAdjudicationSettings(db(), naming.projectId);
  const options = { nameOf: namerOf(naming), anonymous, choice };
  yield Buffer.from(headWithDecision(csvHead(choice), choice.dialect));
  for await (const { rows, layers } of ahead(exportPages(exportViewer, extent, layerNamer(naming))))
    yield Buffer.from(await linesOf(await rows, layers, options));
}
