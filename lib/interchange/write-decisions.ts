import {
  findDecisionsOf,
  findArticleDecisions,
} from '@/lib/adjudication/decision/stored-decision-store';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { StoredDecision, OpenDecision } from '@/lib/adjudication/decision/seen-decision';
import type { FrozenText } from '@/lib/article/frozen-text';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { CsvChoice } from './annotation-csv';
import { csvHead, csvLine, csvShared } from './annotation-csv';
import { headWithDecision, rowWithDecision, decisionHead, decisionLine } from './decision-csv';
import { openOf, openDecisions } from './export-decisions';
import type { ExportPage } from './export-pages';
import { exportPages, articlePages } from './export-pages';
import type { ExportViewer, ShownArticle } from './export-shown';
import { shownTo, openSources } from './export-shown';
import type { Extent, ExportRow } from './export-store';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import { ahead, byPages } from './streaming';
import { layerNamer } from './write-csv';

type Options = {
  nameOf: (userId: string, name: string) => string;
  anonymous: boolean;
  choice: CsvChoice;
};

/**
 * The decisions behind annotations of the consensus, by annotation id, as far as the viewer may
 * know each.
 */
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

async function annotationLines(
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
 * The CSV of annotations as by `writeCsv`, with the decision behind each annotation of the
 * consensus: separate, so that the plain export stays as quick as it is.
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
    yield Buffer.from(await annotationLines(await rows, layers, options));
}

/** Length of a portion, in UTF-16 code units. */
const portion = 65_536;

async function* decisionLines(
  { cells, layers, viewer }: ShownArticle,
  { nameOf, anonymous, choice }: Options,
): AsyncGenerator<string, void> {
  const annotators = new Map(layers.map(({ id, annotator }) => [id, annotator]));
  const texts = new Map<string, FrozenText>();
  const textOf = async (revisionId: string) => {
    const frozen = texts.get(revisionId) ?? (await passingText(db(), revisionId));
    texts.set(revisionId, frozen);
    return frozen;
  };
  const decisions = byPages<StoredDecision>((after, limit) =>
    findArticleDecisions(db(), cells.articleId, { limit, after }),
  );
  for await (const decision of openDecisions(decisions, viewer, textOf)) {
    const index = (await textOf(decision.revisionId)).indexIn('code-point');
    const sources = openSources(decision, (layerId) => annotators.get(layerId), anonymous);
    yield decisionLine(decision, cells, { nameOf, sources }, index, choice);
  }
}

/**
 * The CSV of the decisions in the extent, as far as the viewer may know each, including those that
 * made nothing, were replaced or revoked: in the order of articles, then by position.
 */
export async function* writeDecisions(
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  choice: CsvChoice,
): AsyncGenerator<Uint8Array, void> {
  const { anonymous } = await findAdjudicationSettings(db(), naming.projectId);
  const options = { nameOf: namerOf(naming), anonymous, choice };
  let gathered = decisionHead(choice);
  for await (const articles of articlePages(extent)) {
    for (const article of articles) {
      const shown = shownTo(exportViewer, article, layerNamer(naming));
      for await (const line of decisionLines(shown, options)) {
        gathered += line;
        if (gathered.length < portion) continue;
        yield Buffer.from(gathered);
        gathered = '';
      }
    }
  }
  yield Buffer.from(gathered);
}
